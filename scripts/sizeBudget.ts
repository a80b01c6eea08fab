/** One entry of `sizeBudget.json`: what a page downloads for it, brotlied, with all its dependencies. */
export interface Budget {
  name: string
  path: string
  import?: string
  ignore?: string[]
  /** Size when it was last recorded. The limit is a little above it. */
  todayKiB: number
  /** Size that the design aims at. */
  goalKiB?: number
}

/** Growth that is still accepted, and shrinkage that need not be recorded yet, as a share of today's figure. */
const slack = 0.02

/** Bytes that an entry may have. */
export function limitOf({ todayKiB }: Budget): number {
  return Math.floor(todayKiB * 1024 * (1 + slack))
}

/** The reason why a measured size fails the check. A smaller size fails too: unless recorded, it is soon lost again. */
export function findSizeProblem({ budget, bytes }: { budget: Budget; bytes: number }): string | undefined {
  const change = `${budget.name} is ${format(bytes)}, recorded with ${budget.todayKiB.toFixed(2)} KiB.`
  if (bytes > limitOf(budget)) {
    return `${change} Make it smaller, or raise the figure with \`pnpm size --write\` and justify it in the commit.`
  }
  if (bytes < budget.todayKiB * 1024 * (1 - slack)) return `${change} Record the gain: \`pnpm size --write\`.`
  return undefined
}

/** The budget with a measured size as today's figure. */
export function record({ budget, bytes }: { budget: Budget; bytes: number }): Budget {
  return { ...budget, todayKiB: Number((bytes / 1024).toFixed(2)) }
}

/** Table of all entries: size now, limit and goal. */
export function toSizeTable(rows: readonly { budget: Budget; bytes: number }[]): string {
  const lines = [
    ['entry', 'size', 'limit', 'goal'],
    ...rows.map(({ budget, bytes }) => [
      budget.name,
      format(bytes),
      format(limitOf(budget)),
      budget.goalKiB === undefined ? '-' : format(budget.goalKiB * 1024),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
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
