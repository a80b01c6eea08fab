import { expect, onTestFinished, test, vi } from 'vitest'
import { createListSource, type ListSource } from '../../test/conversation/createListSource.ts'
import { waitFor } from '../../test/waitFor.ts'
import { type Conversation, createConversation } from './createConversation.ts'

const minuteMs = 60_000
const start = Date.UTC(2026, 0, 2, 3, 4)

const setTime = (time: number): void => void vi.spyOn(Date, 'now').mockReturnValue(time)

/** Opens a conversation at a time that only the test moves on. */
async function openAt(source: ListSource): Promise<Conversation> {
  setTime(start)
  onTestFinished(() => void vi.restoreAllMocks())
  const conversation = createConversation(source, { draftStorage: null })
  onTestFinished(conversation.close)
  await waitFor(() => expect(conversation.getState().syncedAt).toBe(start))
  return conversation
}

test('knows until when the messages were complete: the last event, or the end of the connection', async () => {
  const source = createListSource({ count: 3 })
  const conversation = await openAt(source)
  setTime(start + minuteMs)
  source.emit({ type: 'message', message: source.add({ text: 'One more' }) })
  expect(conversation.getState().syncedAt).toBe(start + minuteMs)
  setTime(start + 2 * minuteMs)
  source.emit({ type: 'lost' })
  setTime(start + 3 * minuteMs)
  source.emit({ type: 'lost' })
  expect(conversation.getState()).toMatchObject({ connection: 'lost', syncedAt: start + 2 * minuteMs, stale: null })
})

test('is stale when the end cannot be read again, with the reason, until it can', async () => {
  const source = createListSource({ count: 3 })
  const conversation = await openAt(source)
  const { fetchPage } = source
  source.fetchPage = async () => ({ ok: false, error: { message: 'It is away.', code: 'upstream_unavailable' } })
  source.emit({ type: 'lost' })
  setTime(start + minuteMs)
  source.emit({ type: 'live' })
  const stale = { reason: 'It is away.', code: 'upstream_unavailable' }
  await waitFor(() => expect(conversation.getState()).toMatchObject({ connection: 'live', stale, syncedAt: start }))
  source.emit({ type: 'message', message: source.add({ text: 'One more' }) })
  expect(conversation.getState()).toMatchObject({ stale, syncedAt: start }) // Others before it may be missing.
  source.fetchPage = fetchPage
  await conversation.refresh()
  expect(conversation.getState()).toMatchObject({ stale: null, syncedAt: start + minuteMs })
})

test('is not stale while messages far back are shown: those after them are read on the way', async () => {
  const source = createListSource({ count: 500 })
  const conversation = await openAt(source)
  const { fetchPage } = source
  source.fetchPage = async () => ({ ok: false, error: { message: 'It is away.' } })
  await conversation.refresh()
  source.fetchPage = fetchPage
  const [first] = source.messages
  if (first) await conversation.openMessage(first)
  await conversation.refresh()
  expect(conversation.getState()).toMatchObject({ stale: null, thread: { hasLater: true } })
})
