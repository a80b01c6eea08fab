import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Figures } from '../report/figures.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'
import { type ContenderName, namesOf, peers, startWindows, type Windows } from './windows.ts'

const connections = 16

interface Cost {
  cpuUs: number
  perSecond: number
}

/** Row 2: the processor time that each server takes for a request for a window. */
export async function windowCpu({ rounds, pick }: Bench): Promise<Figures[]> {
  const windows = await startWindows()
  const contenders = namesOf(windows).filter((name) => name !== 'direct')
  await interleave({
    rounds: 1,
    contenders,
    measure: (name) => measure({ windows, name, count: pick({ full: 4_000, quick: 1_000 }) }),
  })
  await assertChecks(windows.contenders.ours.url)
  const count = pick({ full: 8_000, quick: 1_600 })
  const costs = await interleave({ rounds, contenders, measure: (name) => measure({ windows, name, count }) })
  await assertChecks(windows.contenders.ours.url)
  await windows.stop()
  const cpuOf = (name: (typeof contenders)[number]): number[] => costs[name].map(({ cpuUs }) => cpuUs)
  return [
    {
      row: 2,
      name: 'CPU per window request',
      unit: 'µs',
      ours: cpuOf('ours'),
      peers: Object.fromEntries(peers.map((name) => [name, cpuOf(name)])),
      floor: { name: 'raw handler', values: cpuOf('raw handler') },
      target: { atMost: 2, of: 'ratio' },
      notes: Object.fromEntries(
        contenders.map((name) => [`requests/s of ${name}`, costs[name].map(({ perSecond }) => perSecond)]),
      ),
    },
  ]
}

async function measure({
  windows,
  name,
  count,
}: {
  windows: Windows
  name: ContenderName
  count: number
}): Promise<Cost> {
  const { server, url, kind } = windows.contenders[name]
  const linksBefore = await windows.vendor.call('countLinks')
  const before = await server.call('usage', { collect: false })
  const { seconds } = await windows.load.call('sendMany', { url, kind, count, connections })
  const after = await server.call('usage', { collect: false })
  const links = (await windows.vendor.call('countLinks')) - linksBefore
  if (links !== count + connections) throw new Error(`${name} had ${links} links made for ${count + connections}.`)
  // The request that opens each connection costs time as well.
  return { cpuUs: (after.cpuUs - before.cpuUs) / (count + connections), perSecond: count / seconds }
}
