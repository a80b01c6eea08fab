import type * as z from 'zod'
import { InvalidOptionError } from '../../store/errors.ts'
import { describeIssues } from '../../store/input/describeIssues.ts'
import { explained } from '../../store/input/explainIssue.ts'
import type { Store } from '../../store/store.ts'

/** An action of people outside the company's programs, e.g. on their phones. */
export interface Simulation<Schema extends z.ZodType, Result> {
  /** Schema of its input. */
  schema: Schema
  /** Performs it. @throws {InvalidOptionError} when the account's data do not allow it */
  run: (options: SimulateOptions, input: z.output<Schema>) => Promise<Result>
}

/** Dependencies of simulations. */
export interface SimulateOptions {
  store: Store
  /** Origin of the sandbox, for links to files. */
  origin: () => string
}

/** Validates the input and performs the simulation. @throws {InvalidOptionError} */
export async function perform<Schema extends z.ZodType, Result>(
  { schema, run }: Simulation<Schema, Result>,
  { options, name, input }: { options: SimulateOptions; name: string; input: unknown },
): Promise<Result> {
  const parsed = schema.safeParse(input, explained)
  if (parsed.success) return run(options, parsed.data)
  throw new InvalidOptionError(`simulate.${name}: ${describeIssues({ error: parsed.error, whole: 'body' })}`)
}
