import { vi } from 'vitest'

/** Waits until a check no longer throws, as long as a machine that is busy with something else may need. */
export function waitFor<Result>(check: () => Result): Promise<Result> {
  return vi.waitFor(check, 45_000) as Promise<Result>
}
