import { median } from '../../../../scripts/bench/statistics.ts'
import { type Figures, judge } from './figures.ts'

const heads = ['row', 'measured', 'ours', 'best peer', 'floor', 'median (worst)', 'target', '']

/** Writes all figures as one table, and what explains them below it. */
export function toTable(all: Figures[]): string {
  const rows = [heads, ...all.map(toCells)]
  const widths = heads.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', ...all.flatMap(toNotes)].join('\n')
}

function toCells(figures: Figures): string[] {
  const { row, name, unit, ours, floor, target } = figures
  const { best, median: middle, worst, isMet } = judge(figures)
  const sign = target.of === 'ratio' ? '×' : ''
  return [
    String(row),
    name,
    `${round(median(ours))} ${unit}`,
    best ? `${round(median(best.values))} (${best.name})` : '–',
    floor ? `${round(median(floor.values))} (${floor.name})` : '–',
    `${round(middle)}${sign} (${round(worst)}${sign})`,
    `≤ ${target.atMost}${sign}`,
    isMet ? 'ok' : 'MISSED',
  ]
}

/** Lists the peers beside the best one, and the notes, by their medians. */
function toNotes({ row, name, peers, notes = {} }: Figures): string[] {
  const all = [...(Object.keys(peers).length > 1 ? Object.entries(peers) : []), ...Object.entries(notes)]
  const texts = all.map(([key, values]) => `${key} ${round(median(values))}`)
  return texts.length > 0 ? [`${row} ${name}: ${texts.join(', ')}`] : []
}

function round(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)
}
