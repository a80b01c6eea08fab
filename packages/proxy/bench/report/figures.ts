import { median } from '../../../../scripts/bench/statistics.ts'

/** Measurements of one thing: one number of each round, the lower the better. */
export interface Figures {
  /** Row of the table of targets. */
  row: number
  name: string
  unit: string
  ours: number[]
  /** By name; the best of them is compared with. */
  peers: Record<string, number[]>
  /** The least that the machine and Node take for this. */
  floor?: { name: string; values: number[] }
  /** Most that our number, or its ratio to the best peer's, may be. */
  target: { atMost: number; of: 'ratio' | 'value' }
  /** Numbers that explain the others, e.g. requests a second. */
  notes?: Record<string, number[]>
}

/** {@link Figures} compared with their target. */
export interface Verdict {
  best: { name: string; values: number[] } | undefined
  /** Of ours to the best peer's in the same round; absent without peers. */
  ratios: number[]
  median: number
  worst: number
  isMet: boolean
}

/** Compares the median of the rounds with the target. */
export function judge({ ours, peers, target }: Figures): Verdict {
  const [first, ...others] = Object.entries(peers).map(([name, values]) => ({ name, values }))
  const best = first && others.reduce((a, b) => (median(b.values) < median(a.values) ? b : a), first)
  const ratios = best ? ours.map((value, round) => value / (best.values[round] ?? Number.NaN)) : []
  const judged = target.of === 'ratio' ? ratios : ours
  return { best, ratios, median: median(judged), worst: Math.max(...judged), isMet: median(judged) <= target.atMost }
}
