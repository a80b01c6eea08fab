import { setTimeout } from 'node:timers/promises'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Figures } from '../report/figures.ts'
import type { Bench } from './bench.ts'
import { firstBase, perUser, type RelayRig, startRelay } from './relay.ts'

const users = 300

interface Cost {
  cpuUs: number
  share: number
}

/** Row 4: the processor time of one delivery to one tab. Ours includes receiving the vendor's frames. */
export async function deliveryCpu({ rounds, pick }: Bench): Promise<Figures[]> {
  // One value per user in 60 ms, evenly; a quick run, beside other work, leaves more time.
  const perSecond = users / pick({ full: 0.06, quick: 0.24 })
  const rig = await startRelay({ users, client: 'light' })
  const contenders = ['ours', 'Socket.IO to(room)'] as const
  await interleave({ rounds: 1, contenders, measure: (name) => measure({ rig, name, count: users * 10, perSecond }) }) // To warm up.
  const count = users * pick({ full: 60, quick: 20 })
  const costs = await interleave({ rounds, contenders, measure: (name) => measure({ rig, name, count, perSecond }) })
  await rig.stop()
  // In ours a newer value replaces one that waits: half of them is the least that makes a comparison.
  const least = Math.min(...[...costs.ours, ...costs['Socket.IO to(room)']].map(({ share }) => share))
  if (least < 0.5) throw new Error(`Only ${least.toFixed(2)} of the values were delivered: the machine is too busy.`)
  return [
    {
      row: 4,
      name: 'CPU per delivery, rooms of 3',
      unit: 'µs',
      ours: costs.ours.map(({ cpuUs }) => cpuUs),
      peers: { 'Socket.IO to(room)': costs['Socket.IO to(room)'].map(({ cpuUs }) => cpuUs) },
      target: { atMost: 0.8, of: 'ratio' },
      notes: {
        'share of values that ours delivered': costs.ours.map(({ share }) => share),
        'that Socket.IO delivered': costs['Socket.IO to(room)'].map(({ share }) => share),
      },
    },
  ]
}

async function measure({
  rig,
  name,
  count,
  perSecond,
}: {
  rig: RelayRig
  name: 'ours' | 'Socket.IO to(room)'
  count: number
  perSecond: number
}): Promise<Cost> {
  const isOurs = name === 'ours'
  const [sender, deliverer] = isOurs ? [rig.vendor, rig.ours] : [rig.direct, rig.direct]
  const take = isOurs ? 'takeCounts' : 'takeCounters'
  await rig.load.call(take)
  const before = await deliverer.call('usage', { collect: false })
  await sender.call('emit', { users, count, perSecond })
  await setTimeout(500)
  const after = await deliverer.call('usage', { collect: false })
  const { counts } = await rig.load.call(take)
  const delivered = counts.filter((counter) => counter < firstBase).length
  return { cpuUs: (after.cpuUs - before.cpuUs) / delivered, share: delivered / (count * perUser) }
}
