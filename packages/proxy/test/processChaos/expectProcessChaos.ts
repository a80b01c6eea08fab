import { expect } from 'vitest'
import { checkHistory, countRepeats } from './checkHistory.ts'
import { runProcessChaos } from './runProcessChaos.ts'

/** Plays a run, prints its figures, and expects that nothing was lost, doubled or out of order. */
export async function expectProcessChaos(parameters: Parameters<typeof runProcessChaos>[0]): Promise<void> {
  const { history, contradictions, webhookCalls, sendCalls, hangs, seconds } = await runProcessChaos(parameters)
  const { acknowledged, taken, stored, shown, sends, atVendor, faults } = history
  const count = (wanted: string): number => sends.filter(({ outcome }) => outcome === wanted).length
  process.stdout.write(
    [
      '',
      `seed ${parameters.seed}, ${seconds.toFixed(1)} s; faults: ${describe(faults.map(({ name }) => name))}`,
      `webhooks: ${parameters.deliveries} in ${webhookCalls} calls, with ${acknowledged.size} events; ` +
        `${taken.length} were handed over, of which ${countRepeats(history)} again after a fault; ` +
        `${stored.length} messages and statuses stored, ${shown.length} shown`,
      `sends: ${sends.length} in ${sendCalls} calls, ${count('accepted')} accepted, ${count('unknown')} of which nobody knows; ` +
        `${atVendor.length} at the vendor, which left ${hangs} without a response`,
      '',
    ].join('\n'),
  )
  expect({ ...checkHistory(history), contradictions }).toEqual({
    lost: [],
    takenTwice: [],
    shownTwice: [],
    disordered: [],
    sentTwice: [],
    sentNever: [],
    contradictions: [],
  })
  expect(sends).toHaveLength(parameters.sends)
  expect(count('refused')).toBe(0)
  expect(history.acknowledged.size).toBe([...history.sent.values()].flat().length)
  // The run was one in which things failed, and in which most went well.
  expect(webhookCalls).toBeGreaterThan(parameters.deliveries * 1.2)
  expect(sendCalls).toBeGreaterThan(parameters.sends)
  expect(hangs).toBeGreaterThan(0)
  expect(count('accepted')).toBeGreaterThan(parameters.sends / 2)
  expect(shown.length).toBeGreaterThan(acknowledged.size / 2)
}

function describe(names: string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}
