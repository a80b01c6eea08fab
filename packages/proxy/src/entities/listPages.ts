import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'
import { callPatiently, pause } from './callPatiently.ts'
import type { ListOptions } from './entityOptions.ts'

/** Reads one page of a list, from an offset. A page of fewer than `pageSize` items is the last one. */
export type ReadPage<Item> = (parameters: { offset: number; signal: AbortSignal }) => Promise<Item[]>

/**
 * Walks through a list of the vendor, one page in memory. A page that is repeated, by a server without offsets, ends it.
 * @throws {OperationError} for a vendor that cannot be used, or the reason of the signal
 */
export async function* listPages<Item extends { id: string }>({
  read,
  pageSize,
  options,
  clock,
}: {
  read: ReadPage<Item>
  pageSize: number
  options: ListOptions
  clock: Clock
}): AsyncGenerator<Item> {
  const { signal, startAfter = 0, pauseMs = 0, retryForMs = 600_000 } = options
  if (!Number.isSafeInteger(startAfter) || startAfter < 0) {
    throw new OperationError({ code: 'invalid_request', message: 'startAfter of a list must be a number of items.' })
  }
  const callSignal = signal ?? new AbortController().signal
  let firstId: string | undefined
  for (let offset = startAfter; ; offset += pageSize) {
    if (offset > startAfter && pauseMs > 0) await pause({ clock, ms: pauseMs, signal })
    const page = await callPatiently({
      run: () => read({ offset, signal: callSignal }),
      clock,
      signal,
      retryForMs,
    })
    if (page[0] === undefined || page[0].id === firstId) return
    firstId = page[0].id
    yield* page
    if (page.length < pageSize) return
  }
}
