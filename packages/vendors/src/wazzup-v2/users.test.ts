import { describe, expect, it } from 'vitest'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { InvalidParametersError, VendorRequestError } from '../errors.ts'
import type { Progress } from '../http/sendInBatches.ts'
import * as examples from './fixtures/examples.ts'

const many = Array.from({ length: 250 }, (_, index) => ({ id: index, name: `User ${index}` }))

describe('users', () => {
  it("are listed as the documents' example", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: examples.usersAnswer.payload })
    await expect(wazzup.fetchUsers()).resolves.toEqual(examples.usersAnswer.payload)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/users' }])
  })

  it("are read one by one as the documents' example", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: examples.userAnswer.payload })
    await expect(wazzup.fetchUser('a b/c')).resolves.toEqual(examples.userAnswer.payload)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/users/a%20b%2Fc' }])
  })

  it("are saved as the documents' example", async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.saveUsers(examples.usersUpdateRequest.payload)
    expect(requests).toMatchObject([{ method: 'PATCH', url: '/v2/users', body: examples.usersUpdateRequest.payload }])
  })

  it('are saved a hundred in a request', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    const progress: Progress[] = []
    await wazzup.saveUsers(many, { onProgress: (step) => progress.push(step) })
    expect(requests.flatMap(({ body }) => body)).toEqual(many)
    expect(progress.map(({ done }) => done)).toEqual([100, 200, 250])
  })

  it("are replaced as the documents' example", async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.replaceUsers(examples.usersReplacementRequest.payload)
    expect(requests).toMatchObject([
      { method: 'PUT', url: '/v2/users', body: examples.usersReplacementRequest.payload },
    ])
  })

  it('are replaced in one request, however many: a second would remove the first', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.replaceUsers(many)
    expect(requests.map(({ body }) => body)).toEqual([many])
  })

  it('are deleted one by one', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 204 })
    await wazzup.deleteUser(7)
    expect(requests).toMatchObject([{ method: 'DELETE', url: '/v2/users/7' }])
  })

  it('that are not there are told so', async () => {
    const { wazzup } = await startWazzupV2({ status: 404, json: { error: { code: 'USER_NOT_FOUND' } } })
    await expect(wazzup.deleteUser('8')).rejects.toThrow(VendorRequestError)
  })

  it.each([
    ['an id of 65 characters', [{ id: 'a'.repeat(65), name: 'Ann' }]],
    ['a name of 151 characters', [{ id: '1', name: 'a'.repeat(151) }]],
    [
      'an id that comes twice',
      [
        { id: '1', name: 'Ann' },
        { id: 1, name: 'Bob' },
      ],
    ],
  ])('with %s are refused before anything is sent', async (_, users) => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await expect(wazzup.saveUsers(users)).rejects.toThrow(InvalidParametersError)
    await expect(wazzup.replaceUsers(users)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it.each(['', '.', '..', '\ud800'])('with the id %j, which would change the path, are not asked for', async (id) => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await expect(wazzup.fetchUser(id)).rejects.toThrow(InvalidParametersError)
    await expect(wazzup.deleteUser(id)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
