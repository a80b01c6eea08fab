import { vi } from 'vitest'

/** Waits until a check stops throwing. The timeout is generous for busy machines. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 45_000, interval: 10 })
}
