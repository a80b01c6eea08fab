import { vi } from 'vitest'

/** Waits until the assertion holds, with patience for a busy machine. */
export function until<Result>(assertion: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(assertion, { timeout: 15_000, interval: 20 })
}
