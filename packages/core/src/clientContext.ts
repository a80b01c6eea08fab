import type { ChatOptions } from './chatOptions.ts'
import type { Clock } from './clock.ts'
import type { OwnStore } from './createStore.ts'
import type { Capabilities } from './session/capabilities.ts'
import type { Users } from './session/createUserGuard.ts'
import type { LiveEvent } from './transports/transport.ts'
import type { CounterKeeper } from './unanswered/createCounterKeeper.ts'
import type { UnansweredStore } from './unanswered/createUnansweredStore.ts'

/** Things that the parts of one client share. Most parts are loaded when they are needed, and none keeps a state of its own. */
export interface ClientContext {
  options: ChatOptions
  /** Path or address of the proxy, without a trailing slash. */
  endpoint: string
  clock: Clock
  /** Aborts when the client is closed. */
  signal: AbortSignal
  capabilities: OwnStore<Capabilities>
  /** The server's time minus the browser's, as its latest response shows. */
  serverOffsetMs: number
  unanswered: UnansweredStore
  events: OwnStore<LiveEvent | undefined>
  users: Users
  /** Connects the counter, once its code has come. */
  keeper?: CounterKeeper
  /** True once the server has said that it cannot stream. */
  cannotStream?: boolean
  /** Time by the clock's `elapsed` before which the server does not want to be asked for the counter. */
  pausedUntil?: number
}
