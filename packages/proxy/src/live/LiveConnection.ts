import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { Feed } from './Feed.ts'
import type { WheelItem } from './Wheel.ts'

/**
 * A live stream or socket of one user. The hub calls its methods, and keeps its own few numbers on it: thousands of them
 * are idle at a time, so each has no timer, no list and no function of its own.
 */
export abstract class LiveConnection implements WheelItem {
  abstract readonly kind: 'stream' | 'socket'
  /** The request that opened it, by which the CRM is asked again. */
  readonly request: ChatRequest
  /** The user's counter; null before it is open and after its end. */
  feed: Feed | null = null
  /** The user, as the CRM named them last; null before it is open. */
  user: ChatUser | null = null
  due = 0
  beatAt = 0
  checkAt = 0
  /** Step in which a stream is reopened. */
  endAt = 0
  /** Step since which the peer does not read; 0 while it does. */
  blockedAt = 0
  failedChecks = 0
  /** It has been told to come back later, and is about to close. */
  isEnding = false

  constructor(request: ChatRequest) {
    this.request = request
  }

  /** Returns true while bytes wait for the peer to read: nothing may be written meanwhile. */
  abstract isBlocked(): boolean
  /** Sends the newest value of its feed, unless that was the last one it sent. */
  abstract deliver(feed: Feed): void
  /** Sends an event, or keeps it until the peer reads. @returns false where too much waits already */
  push(_event: Uint8Array): boolean {
    return true // The vendor's own socket knows no such events.
  }
  /** Shows the peer that the connection is alive. */
  abstract beat(): void
  /** Ends it in order, so that the page opens another one after that time. */
  abstract drain(reconnectInMs: number): void
  /** Ends it; in order if the peer reads. */
  abstract end(): void
  /** Ends it at once. */
  abstract destroy(): void
}
