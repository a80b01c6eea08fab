import type { Figures } from './figures.ts'
import { median } from './statistics.ts'

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
  return median(target.of === 'ratio' ? toRatios(figures) : ours) <= target.atMost
}

function toCells(figures: Figures): string[] {
  const { row, name, ours, floor, target } = figures
  const unit = target.of === 'MB' ? 'MB' : 'ms'
  const digits = target.of === 'MB' ? 2 : 0
  return [
    String(row),
    name,
    `${toText(ours, digits)} ${unit}`,
    `${toText(floor.values, digits)} ${unit}, ${floor.name}`,
    toText(toRatios(figures), 2),
    target.of === 'ratio' ? `≤ ${target.atMost} × floor` : `≤ ${target.atMost} ${unit}`,
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
