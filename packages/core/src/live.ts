import type { ClientContext } from './clientContext.ts'
import { badgeCode } from './look/badge/badgeCode.ts'
import { runSse } from './transports/runSse.ts'
import { connectStore } from './unanswered/connectStore.ts'
import { type CounterKeeper, createCounterKeeper } from './unanswered/createCounterKeeper.ts'

/** Returns what connects the counter of a client. Badges get their code with it, and so before any number. */
function getKeeper(context: ClientContext): CounterKeeper {
  const { clock, signal } = context
  context.unanswered.badge = badgeCode
  context.keeper ??= createCounterKeeper({ open: (connection) => connectStore(context, connection), clock, signal })
  return context.keeper
}

/** The live connection: the part of the client that each page with a counter needs. */
export const live = { getKeeper, runSse }
