import { expect } from 'vitest'
import { runChaos } from './runChaos.ts'

/** Plays a run, and expects that nothing was lost or doubled, in the order of each chat. */
export async function expectChaos(parameters: Parameters<typeof runChaos>[0]): Promise<void> {
  const { statuses, restarts, lost, doubled, taken, sent, conversations } = await runChaos(parameters)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
  expect(taken).toEqual(sent)
  let stored = 0
  for (const [chatId, names] of sent) {
    const { messages } = await conversations.page({ conversationId: `whatsapp~${chatId}`, limit: 100_000 })
    const ids = names.filter((name) => !name.includes(' '))
    expect(messages.map(({ id, status }) => [id, status])).toEqual(ids.map((id) => [id, 'read']))
    stored += ids.length
  }
  expect(stored).toBeGreaterThan(parameters.deliveries)
  // The run was one in which things failed.
  expect(statuses[200]).toBeGreaterThanOrEqual(parameters.deliveries)
  expect(statuses[503]).toBeGreaterThan(parameters.deliveries / 20)
  expect(statuses[0]).toBeGreaterThan(0)
  expect(restarts).toBeGreaterThan(0)
}
