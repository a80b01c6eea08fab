import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Load } from '../load/load.ts'
import { startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { ReceiverServer } from '../servers/receiver.ts'
import type { Bench } from './bench.ts'

const chats = 200
const connections = 16

/** Row 9: the processor time of one webhook, received, read, stored in memory, handed to the CRM and acknowledged. */
export async function webhookIntake({ rounds, pick }: Bench): Promise<Figures[]> {
  const load = startChild<Load>('load/load.ts')
  const server = startChild<ReceiverServer>('servers/receiver.ts')
  const url = await server.call('start')
  const count = pick({ full: 20_000, quick: 4_000 })
  let sent = 0
  async function measure(): Promise<{ cpuUs: number; perSecond: number }> {
    const before = await server.call('usage', { collect: false })
    const { seconds } = await load.call('sendWebhooks', { url, count, chats, connections })
    const after = await server.call('usage', { collect: false })
    sent += count
    return { cpuUs: (after.cpuUs - before.cpuUs) / count, perSecond: count / seconds }
  }
  await measure() // To warm up.
  const { ours } = await interleave({ rounds, contenders: ['ours'], measure })
  const { handed, stored } = await server.call('count', { chats })
  if (handed !== sent || stored !== sent) throw new Error(`${sent} webhooks: ${handed} handed over, ${stored} stored.`)
  await Promise.all([load, server].map((child) => child.stop()))
  return [
    {
      row: 9,
      name: 'CPU per webhook, stored in memory',
      unit: 'µs',
      ours: ours.map(({ cpuUs }) => cpuUs),
      peers: {},
      target: { atMost: 500, of: 'value' }, // 2,000 a second on one core.
      notes: { 'webhooks/s': ours.map(({ perSecond }) => perSecond) },
    },
  ]
}
