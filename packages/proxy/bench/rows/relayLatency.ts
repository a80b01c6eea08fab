import { setTimeout } from 'node:timers/promises'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { percentile } from '../../../../scripts/bench/statistics.ts'
import type { Figures } from '../report/figures.ts'
import type { Bench } from './bench.ts'
import { firstBase, perUser, type RelayRig, startRelay } from './relay.ts'

const users = 100
const perSecond = 250

/** Row 3: the time from the vendor's emit to the event in a tab. */
export async function relayLatency({ rounds, pick }: Bench): Promise<Figures[]> {
  const rig = await startRelay({ users, client: 'library' })
  const contenders = ['ours', 'direct Socket.IO'] as const
  await interleave({ rounds: 1, contenders, measure: (name) => measure({ rig, name, count: 500 }) }) // To warm up.
  const count = pick({ full: 2_000, quick: 500 })
  const delays = await interleave({ rounds, contenders, measure: (name) => measure({ rig, name, count }) })
  await rig.stop()
  return [0.5, 0.99].map((share) => ({
    row: 3,
    name: `relay, emit to event, p${share * 100}`,
    unit: 'µs',
    ours: delays.ours.map((round) => percentile(round, share)),
    peers: { 'direct Socket.IO': delays['direct Socket.IO'].map((round) => percentile(round, share)) },
    target: { atMost: 2, of: 'ratio' },
  }))
}

async function measure({
  rig,
  name,
  count,
}: {
  rig: RelayRig
  name: 'ours' | 'direct Socket.IO'
  count: number
}): Promise<number[]> {
  const [sender, take] =
    name === 'ours' ? ([rig.vendor, 'takeCounts'] as const) : ([rig.direct, 'takeCounters'] as const)
  await rig.load.call(take)
  const emitted = await sender.call('emit', { users, count, perSecond })
  await setTimeout(500)
  const { counts, times } = await rig.load.call(take)
  const delays = counts.flatMap((counter, index) =>
    counter < firstBase ? [(times[index] ?? Number.NaN) - (emitted[counter] ?? Number.NaN)] : [],
  )
  if (delays.length !== count * perUser)
    throw new Error(`${name} delivered ${delays.length} of ${count * perUser} events.`)
  return delays
}
