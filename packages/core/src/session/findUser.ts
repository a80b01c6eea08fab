import type { ClientContext } from '../clientContext.ts'
import { delay } from '../delay.ts'
import { readSessionOnce } from './readSession.ts'

/** Asks for the session until it names the page's user. @throws the reason of the signal's abort */
export async function findUser({ context, signal }: { context: ClientContext; signal: AbortSignal }): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const session = await readSessionOnce(context).catch(() => undefined) // The counter's own state gives the reason.
    signal.throwIfAborted()
    if (session && session.user.id === context.users.own) return session.user.id
    await delay({ ms: context.retryDelayMs(attempt), clock: context.clock, signal })
  }
}
