import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidAnswerError, VendorAuthError } from '../errors.ts'

const lastMsgDateTime = '2026-01-01T12:30:46.000Z'

describe('fetchUnanswered', () => {
  it.each([
    [
      { counterV2: 7, type: 'red', lastMsgDateTime },
      { count: 7, tone: 'red', lastMessageAt: lastMsgDateTime },
    ],
    [
      { counterV2: 2, type: 'grey', lastMsgDateTime: null },
      { count: 2, tone: 'grey' },
    ],
    [
      { counterV2: 0, type: null },
      { count: 0, tone: null },
    ],
    [
      { counterV2: '3', type: 'violet' },
      { count: 3, tone: 'red' },
    ],
  ])('reads %j', async (json, value) => {
    const { wazzup, requests } = await startWazzupV3({ json })
    const { at, ...read } = await wazzup.fetchUnanswered('user/7')
    expect(read).toEqual(value)
    expect(new Date(at).toISOString()).toBe(at)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v3/unanswered/user%2F7' }])
  })

  const tooLarge = [{ counterV2: '99999999999999999999999' }, { counterV2: '9'.repeat(400) }, { counterV2: 2 ** 53 }]
  it.each([{}, { counterV2: null }, { counterV2: -1 }, [], ...tooLarge])('does not take %j for 0', async (json) => {
    const { wazzup } = await startWazzupV3({ json })
    await expect(wazzup.fetchUnanswered('7')).rejects.toThrow(InvalidAnswerError)
  })

  it('is told that a sidecar key has no counter', async () => {
    const { wazzup } = await startWazzupV3({ status: 403, json: { error: 'FORBIDDEN' } })
    await expect(wazzup.fetchUnanswered('7')).rejects.toThrow(VendorAuthError)
  })
})
