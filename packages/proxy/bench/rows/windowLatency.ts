import { median } from '../../../../scripts/bench/statistics.ts'
import type { Figures } from '../report/figures.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'
import { type ContenderName, namesOf, peers, startWindows, type Windows } from './windows.ts'

const chunks = 10

/** Row 1: the time that each server adds to a request for a window, one request at a time. */
export async function windowLatency({ rounds, pick }: Bench): Promise<Figures[]> {
  const windows = await startWindows()
  const count = pick({ full: 200, quick: 50 })
  await measureAll({ windows, count: pick({ full: 400, quick: 100 }) }) // To warm up.
  await assertChecks(windows.contenders.ours.url)
  const results: Record<ContenderName, number>[] = []
  for (let round = 0; round < rounds; round++) results.push(await measureAll({ windows, count }))
  await assertChecks(windows.contenders.ours.url)
  await windows.stop()
  const addedBy = (name: ContenderName): number[] => results.map((round) => round[name] - round.direct)
  return [
    {
      row: 1,
      name: 'added p50 of POST /window',
      unit: 'µs',
      ours: addedBy('ours'),
      peers: Object.fromEntries(peers.map((name) => [name, addedBy(name)])),
      floor: { name: 'raw handler', values: addedBy('raw handler') },
      target: { atMost: 1.5, of: 'ratio' },
      notes: { 'the vendor alone': results.map(({ direct }) => direct) },
    },
  ]
}

/** Goes through the contenders ten times within a round, as differences of some microseconds drown in slower drifts. */
async function measureAll({
  windows,
  count,
}: {
  windows: Windows
  count: number
}): Promise<Record<ContenderName, number>> {
  const names = namesOf(windows)
  const latencies = new Map(names.map((name): [ContenderName, number[]] => [name, []]))
  const linksBefore = await windows.vendor.call('countLinks')
  for (let chunk = 0; chunk < chunks; chunk++) {
    for (const name of chunk % 2 === 0 ? names : names.toReversed()) {
      const { url, kind } = windows.contenders[name]
      const sent = await windows.load.call('sendMany', { url, kind, count, connections: 1 })
      latencies.get(name)?.push(...sent.latencies)
    }
  }
  const links = (await windows.vendor.call('countLinks')) - linksBefore
  const expected = chunks * names.length * (count + 1)
  if (links !== expected) throw new Error(`The vendor made ${links} links for ${expected} requests.`)
  return Object.fromEntries([...latencies].map(([name, values]) => [name, median(values)])) as Record<
    ContenderName,
    number
  >
}
