import { median } from '../../../scripts/bench/statistics.ts'
import type { Figures } from './rows/bench.ts'

const heads = [
  'row',
  'measured',
  'ours, median (worst)',
  'floor, median (worst)',
  'ratio, median (worst)',
  'target',
  '',
]

/** Writes all figures as one table in Markdown. */
export function toTable(all: Figures[]): string {
  const rows = [heads, heads.map(() => '---'), ...all.map(toCells)]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Returns true when the median of the rounds is within the target. */
export function isMet(figures: Figures): boolean {
  const { ours, target } = figures
  return median(target.of === 'ms' ? ours : toRatios(figures)) <= target.atMost
}

function toCells(figures: Figures): string[] {
  const { row, name, ours, floor, target } = figures
  return [
    String(row),
    name,
    `${toText(ours)} ms`,
    `${toText(floor.values)} ms, ${floor.name}`,
    toText(toRatios(figures), 2),
    target.of === 'ms' ? `≤ ${target.atMost} ms` : `≤ ${target.atMost} × floor`,
    isMet(figures) ? 'ok' : 'MISSED',
  ]
}

/** Ours to the floor of the same round. */
function toRatios({ ours, floor }: Figures): number[] {
  return ours.map((value, round) => value / (floor.values[round] ?? Number.NaN))
}

function toText(values: number[], digits = 0): string {
  return `${median(values).toFixed(digits)} (${Math.max(...values).toFixed(digits)})`
}
