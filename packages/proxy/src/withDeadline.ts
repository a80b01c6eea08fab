import type { Clock } from './clock.ts'
import { ChatProxyError } from './errors.ts'

/** Runs one of the CRM's hooks, which may throw, reject or never end. @throws what the hook throws, or that it was too slow. */
export async function withDeadline<Result>({
  clock,
  ms,
  run,
}: {
  clock: Clock
  ms: number
  run: () => Result | Promise<Result>
}): Promise<Result> {
  let cancel = (): void => {}
  const deadline = new Promise<never>((_, reject) => {
    cancel = clock.after(ms, () => reject(new ChatProxyError(`No answer within ${ms} ms.`)))
  })
  try {
    return await Promise.race([Promise.resolve().then(run), deadline])
  } finally {
    cancel()
  }
}
