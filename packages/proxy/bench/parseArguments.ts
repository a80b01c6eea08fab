import { parseArgs } from 'node:util'

/** Arguments of `pnpm bench proxy`. */
export interface BenchArguments {
  /** One round and smaller counts. */
  isQuick: boolean
  /** Exits non-zero when a target is missed. */
  isStrict: boolean
  /** Rows to measure; all of them by default. */
  rows: number[]
}

/** Parses the arguments. @throws {Error} for any that are unknown */
export function parseArguments({ args, rowCount }: { args: string[]; rowCount: number }): BenchArguments {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean' }, strict: { type: 'boolean' }, rows: { type: 'string' } },
  })
  const all = Array.from({ length: rowCount }, (_, index) => index + 1)
  const rows = values.rows === undefined ? all : values.rows.split(',').map(Number)
  if (!rows.every((row) => all.includes(row))) throw new Error(`--rows takes numbers from 1 to ${rowCount}, e.g. 1,2.`)
  return { isQuick: values.quick === true, isStrict: values.strict === true, rows }
}
