import type { Chunk } from './size/bundle.ts'

/** One row of `sizeBudget.json`: what a page downloads for an entry, compressed with Brotli, React left out. */
export interface Budget {
  name: string
  /** Code of the entry. */
  entry?: string
  /** A file in place of an entry, below the folder with the unpacked packages. `*` is the only folder of its parent. */
  file?: string
  /** Files that count: those before the first paint, all of them, or those that a page in a browser requests. */
  counts?: 'first' | 'all' | 'page'
  /** Components of that page. */
  components?: string[]
  /** Selector of something that is drawn once the page has loaded all that it needs. */
  sign?: string
  /** Size when it was last recorded. The limit is a little above it. */
  todayKiB: number
  /** Size that the design aims at. */
  goalKiB?: number
}

/** A row with its sizes. */
export interface Measured {
  budget: Budget
  /** By esbuild. */
  bytes: number
  /** By Rolldown. */
  otherBytes: number
  /** Files of esbuild's bundle that count. */
  chunks: Chunk[]
}

/** Growth that is still accepted, and shrinkage that need not be recorded yet, as a share of today's figure. */
const slack = 0.02

/** Difference that is accepted between two bundlers, as a share of esbuild's figure. */
const bundlerSlack = 0.15

/** Bytes that an entry may have. */
export function limitOf({ todayKiB }: Budget): number {
  return Math.floor(todayKiB * 1024 * (1 + slack))
}

/** The reasons why measured sizes fail the check. A smaller size fails too: unless recorded, it is soon lost again. */
export function findSizeProblems({ budget, bytes, otherBytes }: Omit<Measured, 'chunks'>): string[] {
  const problems: string[] = []
  const change = `${budget.name} is ${format(bytes)}, recorded with ${budget.todayKiB.toFixed(2)} KiB.`
  if (bytes > limitOf(budget)) {
    problems.push(
      `${change} Make it smaller, or raise the figure with \`pnpm size --write\` and justify it in the commit.`,
    )
  }
  if (bytes < budget.todayKiB * 1024 * (1 - slack)) problems.push(`${change} Record the gain: \`pnpm size --write\`.`)
  if (otherBytes > bytes * (1 + bundlerSlack)) {
    problems.push(`${budget.name} is ${format(bytes)} by esbuild, but ${format(otherBytes)} by Rolldown.`)
  }
  return problems
}

/** The budget with a measured size as today's figure. */
export function record({ budget, bytes }: Pick<Measured, 'budget' | 'bytes'>): Budget {
  return { ...budget, todayKiB: Number((bytes / 1024).toFixed(2)) }
}

/** Table of all entries: size now by either bundler, limit and goal. */
export function toSizeTable(rows: readonly Omit<Measured, 'chunks'>[]): string {
  const lines = [
    ['entry', 'esbuild', 'rolldown', 'limit', 'goal'],
    ...rows.map(({ budget, bytes, otherBytes }) => [
      budget.name,
      format(bytes),
      format(otherBytes),
      format(limitOf(budget)),
      budget.goalKiB === undefined ? '-' : format(budget.goalKiB * 1024),
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, column) => alignCell({ cell, column, width: widths[column] ?? 0 })).join('  '))
    .join('\n')
}

function alignCell({ cell, column, width }: { cell: string; column: number; width: number }): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function format(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KiB`
}
