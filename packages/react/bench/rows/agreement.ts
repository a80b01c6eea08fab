import { setTimeout } from 'node:timers/promises'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { percentile } from '../../../../scripts/bench/statistics.ts'
import type { Bench } from './bench.ts'
import { type BenchTabs, type Kind, kinds, openTabs, untilShown } from './tabs.ts'

/** Row 6: the time from a new value at the server until 50 tabs show it, the 99th percentile of the values of a round. */
export async function agreement(bench: Bench): Promise<Figures[]> {
  const count = bench.isQuick ? 12 : 50
  const values = bench.isQuick ? 5 : 20
  const times = await interleave({
    rounds: bench.rounds,
    contenders: kinds,
    measure: (kind) => measure({ bench, kind, count, values }),
  })
  return [
    {
      row: 6,
      name: `${count} tabs agree, p99`,
      ours: times.kit,
      floor: { name: 'bare tabs with a BroadcastChannel', values: times.bare },
      target: { atMost: 250, of: 'ms' },
    },
  ]
}

interface Measured {
  bench: Bench
  kind: Kind
  count: number
  values: number
}

async function measure({ bench, kind, count, values }: Measured): Promise<number> {
  const tabs = await openTabs({ bench, kind, count })
  try {
    await untilOneStream(bench)
    return percentile(await showMany({ bench, tabs, values }), 0.99)
  } finally {
    await tabs.context.close()
  }
}

/** Shows one number after the other. @returns for each the time until the last tab showed it */
async function showMany({ bench, tabs, values }: { bench: Bench; tabs: BenchTabs; values: number }): Promise<number[]> {
  const sent: number[] = []
  for (let value = 0; value < values; value += 1) {
    sent.push(bench.servers.show(firstCount + value))
    await setTimeout(500)
  }
  await untilShown(tabs.pages, firstCount + values - 1)
  const shown = await Promise.all(tabs.pages.map((page) => page.evaluate(() => window.shown)))
  return sent.map((at, value) => {
    const times = shown.map((all) => all.find(([count]) => count >= firstCount + value)?.[1] ?? Number.NaN) // A busy tab skips some.
    return Math.max(...times) - at
  })
}

const firstCount = 10

async function untilOneStream({ servers }: Bench): Promise<void> {
  while (servers.openStreams() !== 1) await setTimeout(50)
}
