import { vi } from 'vitest'

/** Waits until a check no longer throws, which takes a while on a busy machine. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 45_000, interval: 10 })
}
