import type { Tone } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import type { ChatKey } from '../conversations/conversationIds.ts'
import type { OnceLedger } from '../limits/onceLedger.ts'
import type { ProxyLogger } from '../logger.ts'
import type { DeliveryLog } from '../webhooks/deliveryLog.ts'
import type { SharedMessage } from './sharedMessage.ts'

/** A place where several processes of one CRM meet, e.g. `redis({ url, secret })` of `@crm-chat/proxy/redis`. */
export interface SharedState {
  /** Lists what is wrong with its options, without values. */
  problems: () => string[]
  /** Takes its secrets out of a text. */
  redact: (text: string) => string
  /** Connects one proxy. Nothing that it returns waits for a place that is away for longer than a quarter of a second. */
  open: (parameters: SharedParameters) => SharedConnection
}

/** Parameters of {@link SharedState.open}. */
export interface SharedParameters {
  clock: Clock
  logger: ProxyLogger
  /** Takes a message of another process, which has been checked. */
  onMessage: (message: SharedMessage) => void
  /** Called when the place is reached, for the first time and again: it may have to be told the last values. */
  onBack: () => void
}

/** State of the place where processes meet. */
export interface SharedHealth {
  /** `away`: this process goes on alone, and refuses what only all of them can tell. */
  status: 'connected' | 'away'
  /** Messages that were ignored: not sealed by a process of this CRM, malformed, too old, played again. */
  ignored: number
}

/** Everything that processes share. Keys name their tenant. */
export interface SharedConnection {
  /** Sends a message to all other processes. Never throws, and nobody waits for it. */
  publish: (message: SharedMessage) => void
  /** Webhooks that were handled. */
  deliveries: DeliveryLog
  lane: SharedLane
  chats: SharedChats
  /** Requests with a key of their own. */
  ledger: OnceLedger
  /** Counts one more for a key. Never rejects. @returns the milliseconds to wait first, or 0 */
  count: (parameters: { key: string; max: number; perMs: number }) => Promise<number>
  lastValues: SharedValues
  health: () => SharedHealth
  close: () => Promise<void>
}

/**
 * Runs the tasks of one key one after another, in whatever process. `isHeld` is false once the turn has ended by itself: the
 * process was paused, or could not reach the place. @throws {Error} where the turn does not come
 */
export type SharedLane = <Result>(key: string, task: (isHeld: () => boolean) => Promise<Result>) => Promise<Result>

/** Chats of messages, for events that name only a message. */
export interface SharedChats {
  remember: (chats: ReadonlyMap<string, ChatKey>) => Promise<void>
  /** Finds the chats of messages that are known. */
  find: (messageIds: readonly string[]) => Promise<Map<string, ChatKey>>
}

/** A value of a user's counter that the vendor has sent to some process. */
export interface LastValue {
  count: number
  tone: Tone
  at: string
  epoch: number
}

/** The last value of each user. */
export interface SharedValues {
  /** Never rejects. */
  read: (key: string) => Promise<LastValue | undefined>
  /** Never throws, and nobody waits for it. */
  write: (key: string, value: LastValue) => void
}
