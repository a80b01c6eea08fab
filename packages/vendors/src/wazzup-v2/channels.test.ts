import { describe, expect, it } from 'vitest'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { InvalidAnswerError, VendorAuthError } from '../errors.ts'
import * as examples from './fixtures/examples.ts'

describe('fetchChannels', () => {
  it("reads the documents' list", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: examples.channelsAnswer.payload })
    await expect(wazzup.fetchChannels()).resolves.toEqual(examples.channelsAnswer.payload)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/channels' }])
  })

  it('takes a transport and a state that the documents do not name', async () => {
    const channel = { channelId: 'c1', transport: 'max', plainId: null, state: 'onModeration', name: 'Shop' }
    const { wazzup } = await startWazzupV2({ json: [channel] })
    await expect(wazzup.fetchChannels()).resolves.toEqual([channel])
  })

  it('refuses an answer that is no list', async () => {
    const { wazzup } = await startWazzupV2({ json: { channels: [] } })
    await expect(wazzup.fetchChannels()).rejects.toThrow(InvalidAnswerError)
  })

  it('is told when the key is wrong', async () => {
    const { wazzup } = await startWazzupV2({ status: 401 })
    await expect(wazzup.fetchChannels()).rejects.toThrow(VendorAuthError)
  })
})
