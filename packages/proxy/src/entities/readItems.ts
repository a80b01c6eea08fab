import { OperationError } from '../errors.ts'
import type { Items } from './entityOptions.ts'

/**
 * Reads one item after the other, and none ahead. An abort ends it at once, also while a cursor hangs; the source is told.
 * @throws {OperationError} `invalid_request` for anything but a list, and whatever the source throws
 */
export async function* readItems<Item>({
  items,
  signal,
}: {
  items: Items<Item>
  signal: AbortSignal | undefined
}): AsyncGenerator<Item> {
  const iterator = iteratorOf(items)
  let isOver = false
  try {
    while (true) {
      const result = await unlessAborted({ promise: Promise.resolve(iterator.next()), signal })
      if (result.done) {
        isOver = true
        return
      }
      yield result.value
    }
  } catch (error) {
    isOver = !signal?.aborted // A source that has thrown is over.
    throw error
  } finally {
    if (!isOver) void close(iterator) // Not waited for: it may hang.
  }
}

function iteratorOf<Item>(items: Items<Item>): AsyncIterator<Item> | Iterator<Item> {
  const isObject = typeof items === 'object' && items !== null
  if (isObject && Symbol.asyncIterator in items) return items[Symbol.asyncIterator]()
  if (isObject && Symbol.iterator in items) return items[Symbol.iterator]()
  throw new OperationError({
    code: 'invalid_request',
    message: 'The items must be a list, or an iterable of any kind.',
  })
}

async function close<Item>(iterator: AsyncIterator<Item> | Iterator<Item>): Promise<void> {
  try {
    await iterator.return?.()
  } catch {
    // The call has its outcome already.
  }
}

async function unlessAborted<Result>({
  promise,
  signal,
}: {
  promise: Promise<Result>
  signal: AbortSignal | undefined
}): Promise<Result> {
  if (!signal) return promise
  let onAbort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
