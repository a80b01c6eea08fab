import { expect, it } from 'vitest'
import { ann } from '../../test/fixtures/people.ts'
import { openWindow } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'

/** A window on a chat of 130 messages. */
async function openLongChat() {
  const messages = Array.from({ length: 130 }, (_, index) => ({ from: 'customer' as const, text: String(index + 1) }))
  const sandbox = await startSandbox({ seed: { chats: [{ ...ann, messages }] } })
  const { socket, opened } = await openWindow(sandbox)
  const latest = await socket.emitWithAck('messages', ann)
  const last = opened.chats[0]?.lastMessage?.position ?? 0
  return { socket, latest, position: (text: number) => last - 130 + text }
}

it('returns the messages around a given one', async () => {
  const { socket, position } = await openLongChat()
  const around = await socket.emitWithAck('messages', { ...ann, around: position(60) })
  expect(around).toMatchObject({ ok: true, result: { hasEarlier: true, hasLater: true } })
  expect(around.ok && around.result.messages.map(({ text }) => text)).toEqual(numbers(10, 109))
})

it('continues from there to the newest message', async () => {
  const { socket, position } = await openLongChat()
  const later = await socket.emitWithAck('messages', { ...ann, after: position(109) })
  expect(later).toMatchObject({ ok: true, result: { hasLater: false } })
  expect(later.ok && later.result.messages.map(({ text }) => text)).toEqual(numbers(110, 130))
})

it('returns the time of the customer’s last message in each channel', async () => {
  const { latest } = await openLongChat()
  const last = latest.ok ? latest.result.messages.at(-1) : undefined
  expect(latest).toMatchObject({ ok: true, result: { heardAt: { [last?.channelId ?? '']: last?.sentAt } } })
})

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}
