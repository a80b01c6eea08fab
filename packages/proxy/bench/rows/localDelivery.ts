import { setTimeout } from 'node:timers/promises'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { median, percentile } from '../../../../scripts/bench/statistics.ts'
import { type RedisServer, startRedis } from '../../../../scripts/redisServer.ts'
import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { Ours } from '../servers/ours.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'
import { firstBase, perUser } from './relay.ts'

const users = 100
const perSecond = 250
const turnsPerRound = 5

/** A proxy and its tabs. */
interface Rig {
  server: Child<Ours>
  load: Child<Load>
  url: string
}

/** Row 10: the time from a value in a process to the tabs of the same process, while the Redis of all processes is killed. */
export async function localDelivery({ rounds, pick }: Bench): Promise<Figures[]> {
  const redis = await startRedis({ keepsData: true })
  try {
    const [shared, alone] = [await startRig({ redisUrl: redis.url }), await startRig({})]
    const count = pick({ full: 500, quick: 200 })
    const contenders = ['before', 'killed', 'no Redis'] as const
    const measure = async (name: (typeof contenders)[number]): Promise<number[]> => {
      if (name === 'no Redis') return measureDelays({ rig: alone, count })
      if (name === 'before') return measureDelays({ rig: shared, count })
      return whileKilled({ redis, rig: shared, measure: () => measureDelays({ rig: shared, count }) })
    }
    await interleave({ rounds: 1, contenders, measure }) // To warm up.
    // Several turns make a round, of which the middle one counts: whatever else the machine does meets only some.
    const turns = await interleave({ rounds: rounds * turnsPerRound, contenders, measure })
    await Promise.all([stopRig(shared), stopRig(alone)])
    const toP = (share: number, name: (typeof contenders)[number]): number[] =>
      Array.from({ length: rounds }, (_, round) =>
        median(
          turns[name].slice(round * turnsPerRound, (round + 1) * turnsPerRound).map((turn) => percentile(turn, share)),
        ),
      )
    return [
      {
        row: 10,
        name: 'local delivery while Redis is killed, p99',
        unit: 'µs',
        ours: toP(0.99, 'killed'),
        peers: { before: toP(0.99, 'before') },
        floor: { name: 'no Redis', values: toP(0.99, 'no Redis') },
        target: { atMost: 1.2, of: 'ratio' },
        notes: { p50: toP(0.5, 'killed'), 'p50 before': toP(0.5, 'before'), 'p50 without Redis': toP(0.5, 'no Redis') },
      },
    ]
  } finally {
    await redis.close()
  }
}

async function startRig({ redisUrl }: { redisUrl?: string }): Promise<Rig> {
  const load = startChild<Load>('load/load.ts')
  const server = startChild<Ours>('servers/ours.ts')
  const url = await server.call('start', redisUrl === undefined ? {} : { redisUrl })
  await assertChecks(url)
  await load.call('openTabs', { url, tabs: users * perUser, perUser, parallel: 50 })
  await load.call('waitForFirstValues', { timeoutMs: 60_000 })
  return { server, load, url }
}

async function stopRig({ server, load, url }: Rig): Promise<void> {
  await assertChecks(url)
  await Promise.all([server.stop(), load.stop()])
}

/** Kills Redis as the values begin, and lets the process find it again before the next measurement. */
async function whileKilled<Result>({
  redis,
  rig: { server },
  measure,
}: {
  redis: RedisServer
  rig: Rig
  measure: () => Promise<Result>
}): Promise<Result> {
  await untilShared({ server, expected: true })
  const [result] = await Promise.all([measure(), redis.kill()])
  await untilShared({ server, expected: false })
  await redis.start()
  await untilShared({ server, expected: true })
  return result
}

async function untilShared({ server, expected }: { server: Child<Ours>; expected: boolean }): Promise<void> {
  for (let tries = 0; (await server.call('isShared')) !== expected; tries++) {
    if (tries > 400) throw new Error(`The proxy does not notice that its Redis is ${expected ? 'back' : 'away'}.`)
    await setTimeout(50)
  }
}

async function measureDelays({ rig: { server, load }, count }: { rig: Rig; count: number }): Promise<number[]> {
  await load.call('takeCounts')
  const emitted = await server.call('emit', { users, count, perSecond })
  await setTimeout(300)
  const { counts, times } = await load.call('takeCounts')
  const delays = counts.flatMap((value, index) =>
    value < firstBase ? [(times[index] ?? Number.NaN) - (emitted[value] ?? Number.NaN)] : [],
  )
  if (delays.length !== count * perUser) throw new Error(`${delays.length} of ${count * perUser} values arrived.`)
  return delays
}
