import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getMessages } from '../../test/getMessages.ts'
import { actNames, liveALittle } from '../../test/snapshots/liveALittle.ts'
import { listPaths, readState } from '../../test/snapshots/readState.ts'
import { startReceiver } from '../../test/startReceiver.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { createTechClient } from '../../test/techClient.ts'

describe('restore()', () => {
  it('restores every list of every vendor, whatever happened before and after the snapshot', async () => {
    const sandbox = await startSandbox({ limit: false, clock: { mode: 'frozen', at: 1_800_000_000_000 } })
    const { url: receiver } = await startReceiver()
    expect(listPaths().length).toBeGreaterThan(15)
    const course = fc.array(fc.constantFrom(...actNames), { maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(course, course, async (before, after) => {
        await sandbox.reset()
        await liveALittle(sandbox, { names: before, from: 1, receiver })
        await readState(sandbox) // In Whatomate who looks at messages has read them.
        const state = await readState(sandbox)
        const snapshot = await sandbox.snapshot()
        await liveALittle(sandbox, { names: after, from: 100, receiver })
        await sandbox.restore(snapshot)
        expect(await readState(sandbox)).toEqual(state)
      }),
      { numRuns: 6, examples: [[actNames, actNames]] },
    )
  }, 180_000)

  it('resumes everything scheduled before the snapshot, and nothing scheduled after it', async () => {
    const start = { mode: 'frozen', at: 1_800_000_000_000 } as const
    const sandbox = await startSandbox({ clock: start })
    const client = createTechClient(sandbox)
    const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
    await client.sendMessage({ channel_id: channelIds.whatsapp, recipient, text: 'One' })
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    const period = { start_at: '2020-01-01T00:00:00.000Z', end_at: '2020-01-02T00:00:00.000Z' }
    const { export_id } = await client.createMessagesDump(period)
    const snapshot = await sandbox.snapshot()
    for (let time = 0; time < 2; time++) {
      expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'One', status: 'sending' }])
      sandbox.clock.advance(200)
      await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'sent' }])
      sandbox.clock.advance(1_000)
      await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'delivered' }])
      await expect.poll(() => client.fetchChannel({ channel_id })).toMatchObject({ reason: 'qr' })
      await expect.poll(() => client.fetchMessagesDump({ export_id })).toMatchObject({ status: 'processing' })
      await client.sendMessage({ channel_id: channelIds.whatsapp, recipient, text: 'Two' })
      sandbox.clock.setMode(start)
      await sandbox.restore(snapshot)
    }
    sandbox.clock.advance(60_000)
    await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ text: 'One', status: 'delivered' }])
  })
})

describe('reset()', () => {
  it('cancels everything scheduled, even when an id is used again', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen', at: 1_800_000_000_000 } })
    const client = createTechClient(sandbox)
    const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
    const send = () => client.sendMessage({ channel_id: channelIds.whatsapp, recipient, text: 'One' })
    const first = await send()
    sandbox.clock.advance(150)
    await sandbox.reset()
    expect(await send()).toEqual(first)
    sandbox.clock.advance(100) // The first one would have been handed over by now.
    expect(await getMessages(sandbox, ann)).toMatchObject([{ status: 'sending' }])
    sandbox.clock.advance(100)
    await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'sent' }])
  })
})
