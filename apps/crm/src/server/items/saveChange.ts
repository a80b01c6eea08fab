import type { BatchItem } from 'drizzle-orm/batch'
import { ApiError } from '../errors.ts'
import type { Database } from '../store/schema.ts'

/** Statements that take effect together or not at all. */
export type Statements = BatchItem<'sqlite'>[]

/**
 * Saves a change together with whatever belongs to it.
 * @param options.readCurrent reads the item, in the form of its response, for whoever has changed a stale one
 * @throws {ApiError} `conflict` when somebody else has changed the item meanwhile, or has taken a value that is unique
 */
export async function saveChange(
  database: Database,
  { statements: [first, ...others], readCurrent }: { statements: Statements; readCurrent?: () => Promise<unknown> },
): Promise<void> {
  if (!first) return
  try {
    await database.batch([first, ...others])
  } catch (error) {
    const message = describe(error)
    if (message.includes('stale version')) throw staleError(await readCurrent?.())
    if (message.includes('UNIQUE constraint failed')) {
      throw new ApiError({ code: 'conflict', message: 'Somebody else has just used this value.' })
    }
    throw error
  }
}

/** The error for a change that was made from an older version of the item. */
export function staleError(current: unknown): ApiError {
  return new ApiError({ code: 'conflict', message: 'Somebody else has changed this meanwhile.', current })
}

/** The database's message may be that of the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return `${error.message} ${describe(error.cause)}`
}
