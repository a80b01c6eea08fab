import { describe, expect, it, onTestFinished } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openTestStore } from '../../../test/openTestStore.ts'
import { addIncoming } from '../../store/entities/addIncoming.ts'
import { addReply } from '../../store/entities/addReply.ts'
import { getFile } from '../../store/entities/files.ts'
import { createDump, getDump, startDumps } from './messageDumps.ts'

const channelId = channelIds.whatsapp

async function dumpAll() {
  const store = await openTestStore()
  onTestFinished(await startDumps(store))
  async function readCsv(parameters: { startAt?: number; endAt?: number; channelId?: string } = {}): Promise<string> {
    const period = { startAt: 0, endAt: store.clock.now() }
    const { exportId } = await createDump(store, { ...period, ...parameters, origin: 'http://sandbox' })
    store.clock.advance(1_000)
    await expect.poll(() => getDump(store, exportId)).toMatchObject({ status: 'processing', url: null })
    store.clock.advance(1_000)
    await expect.poll(() => getDump(store, exportId)).toMatchObject({ status: 'done' })
    const url = (await getDump(store, exportId))?.url ?? ''
    const file = await getFile(store, url.split('/').at(-2) ?? '')
    return file?.bytes.toString() ?? ''
  }
  return { store, readCsv }
}

describe('an export of messages', () => {
  it('has a header and a line for every message', async () => {
    const { store, readCsv } = await dumpAll()
    await addIncoming(store, { ...ann, channelId, text: 'Is it, "red"?\nOr blue?', name: 'Ann' })
    await addReply(store, { ...ann, channelId, text: 'Blue' })
    const [names, ...lines] = (await readCsv()).split('\r\n')
    expect(names).toBe('message_id,date_time,channel_id,chat_type,chat_id,direction,status,author,text,attachment')
    expect(lines[0]).toMatch(/,1970-01-01T00:16:40\.000Z,.*,incoming,inbound,Ann,"Is it, ""red""\?\nOr blue\?",$/)
    expect(lines[1]).toMatch(/,outgoing,sent,,Blue,$/)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1'])(
    'escapes %j, which a spreadsheet would run as a formula',
    async (text) => {
      const { store, readCsv } = await dumpAll()
      await addIncoming(store, { ...ann, channelId, text })
      expect(await readCsv()).toContain(`,'${text},`)
    },
  )

  it('contains only messages of its period and channel', async () => {
    const { store, readCsv } = await dumpAll()
    await addIncoming(store, { ...ann, channelId, text: 'early' })
    store.clock.advance(60_000)
    await addIncoming(store, { ...ann, channelId, text: 'late' })
    await addIncoming(store, { ...bob, channelId: channelIds.telegram, text: 'elsewhere' })
    const csv = await readCsv({ startAt: store.clock.now() - 1_000, channelId })
    expect(csv).toContain('late')
    expect(csv).not.toMatch(/early|elsewhere/)
  })
})
