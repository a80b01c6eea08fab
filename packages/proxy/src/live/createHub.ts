import type { Unanswered } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { SharedValues } from '../processes/sharedState.ts'
import { createRooms, type Room } from './createRooms.ts'
import { createUpkeep, type UpkeepParameters } from './createUpkeep.ts'
import { drainConnections } from './drainConnections.ts'
import { encodeEvent } from './encodeEvent.ts'
import type { Watch } from './Feed.ts'
import type { LiveConnection } from './LiveConnection.ts'
import type { PageEvent } from './toPageEvents.ts'

/** A request that follows a user's counter for a moment. */
export interface Subscription {
  /** Returns the current value; `unknown` until the vendor has sent one. */
  current: () => Unanswered
  unsubscribe: () => void
}

/** State of the live connections, for the host's own health check. */
export interface LiveHealth {
  status: 'live' | 'draining' | 'closed'
  /** Live streams of server-sent events. */
  streams: number
  /** Live sockets. */
  sockets: number
  /** Users whose counter is open at the vendor. */
  users: number
  /** Users of whom the vendor has sent no number so far. */
  waiting: number
  /** Those of them of whom it has sent nothing at all for 10 s: they may have no role in any channel. */
  silent: number
}

/** Passes each user's counter to all of that user's live connections, over one connection to the vendor for each user. */
export interface Hub {
  /** @throws {OperationError} `busy` while it drains, `upstream_unavailable` after it has closed. */
  checkOpen: () => void
  /**
   * Adds a live connection and sends it the current value. Where a user has too many, the oldest one makes room.
   * @throws {OperationError} as {@link Hub.checkOpen}
   */
  attach: (parameters: { connection: LiveConnection; user: ChatUser }) => void
  /** Removes a connection that its peer has ended. */
  detach: (connection: LiveConnection) => void
  /** Sends what a connection has missed, now that its peer reads again. */
  resume: (connection: LiveConnection) => void
  /** Subscribes to a user's counter. @throws {OperationError} as {@link Hub.checkOpen} */
  subscribe: (parameters: { userId: string; onChange: () => void }) => Subscription
  /** Sends an event to every stream of these users, given by their ids or by a rule. It is written once for all of them. */
  deliver: (parameters: Delivery) => void
  /** Lists the users with a live stream, each once. */
  users: () => Iterable<ChatUser>
  /** Ends all live connections of a user. */
  revoke: (userId: string) => void
  /** Ends all live connections, a few at a time, and tells each when to come back. Refuses new ones. */
  drain: (parameters: { deadlineMs: number }) => Promise<void>
  /** Tells other processes the values of this one, and asks them for those that it has not. */
  refresh: () => void
  health: () => LiveHealth
  close: () => void
}

/** Parameters of {@link Hub.deliver}. */
export type Delivery = Pick<PageEvent, 'name' | 'data'> & { to: ReadonlySet<string> | ((user: ChatUser) => boolean) }

/** Parameters of {@link createHub}. */
export interface HubParameters extends Omit<UpkeepParameters, 'sessionCheckMs' | 'random' | 'onGone' | 'onDropped'> {
  watch: Watch
  limits: { lingerMs: number; sessionCheckMs: number; connectionsPerUser: number }
  /** Values that other processes have. */
  lastValues?: SharedValues | undefined
  /** Numbers from 0 up to 1. @default Math.random */
  random?: () => number
  /** Called for each event that a connection is too slow for. */
  onDropped?: () => void
}

/** Time after which a page reconnects whose stream made room for a newer one. */
const replacedMs = 10_000

/** Longest time after which a page reconnects that has missed events: it then reads what it shows anew. */
const overflowMs = 2_000

/** Makes a {@link Hub}. A counter opens with a user's first connection and closes `lingerMs` after the last one. */
export function createHub({
  watch,
  clock,
  identify,
  limits,
  logger,
  lastValues,
  random = Math.random,
  onDropped,
}: HubParameters): Hub {
  const { lingerMs, sessionCheckMs, connectionsPerUser } = limits
  let status: LiveHealth['status'] = 'live'
  let size = 0
  let onEmpty = (): void => {}
  const onOutage = (reason: string): void =>
    logger.repeated({ level: 'warn', fields: { reason }, message: 'the vendor sends no counter values' })
  const rooms = createRooms({ watch, clock, lingerMs, random, lastValues, onChange: publish, onOutage })
  const upkeep = createUpkeep({ clock, identify, sessionCheckMs, logger, random, onGone: detach, onDropped })

  function publish({ connections, waiters }: Room): void {
    for (const connection of connections) upkeep.write(connection)
    for (const notify of [...waiters]) notify()
  }

  function checkOpen(): void {
    if (status === 'live') return
    const code = status === 'draining' ? 'busy' : 'upstream_unavailable'
    const retryAfterMs = Math.round(1_000 + random() * 4_000)
    throw new OperationError({ code, message: 'The chat proxy is shutting down.', retryAfterMs })
  }

  function enter(userId: string): Room {
    checkOpen()
    return rooms.enter(userId)
  }

  function attach({ connection, user }: { connection: LiveConnection; user: ChatUser }): void {
    const room = enter(user.id)
    if (room.connections.size >= connectionsPerUser) replaceOldest(room)
    room.connections.add(connection)
    size += 1
    connection.feed = room.feed
    connection.user = user
    upkeep.start(connection)
  }

  function detach(connection: LiveConnection): void {
    const room = rooms.all.get(connection.feed?.userId ?? '')
    connection.feed = null
    upkeep.stop(connection)
    if (!room?.connections.delete(connection)) return
    size -= 1
    rooms.leave(room)
    if (size === 0) onEmpty()
  }

  /** Ends the connection whose peer does not read, or the one that was opened first. */
  function replaceOldest({ connections }: Room): void {
    const all = [...connections]
    const oldest = all.find(({ blockedAt }) => blockedAt > 0) ?? all[0]
    if (!oldest) return
    upkeep.retire(oldest, replacedMs)
    detach(oldest)
  }

  function deliver({ to, ...event }: Delivery): void {
    const block = encodeEvent(event)
    const isFor = typeof to === 'function' ? to : () => true
    const connections = typeof to === 'function' ? all() : [...to].flatMap(connectionsOf)
    for (const connection of connections) {
      if (!connection.user || connection.isEnding || !isFor(connection.user)) continue
      upkeep.push({ connection, event: block, reconnectInMs: Math.round(random() * overflowMs) })
    }
  }

  function* users(): Iterable<ChatUser> {
    for (const { connections } of rooms.all.values()) {
      for (const { kind, user } of connections) {
        if (kind !== 'stream' || !user) continue
        yield user
        break
      }
    }
  }

  const connectionsOf = (userId: string): LiveConnection[] => [...(rooms.all.get(userId)?.connections ?? [])]
  const all = (): LiveConnection[] => [...rooms.all.values()].flatMap(({ connections }) => [...connections])

  return {
    checkOpen,
    attach,
    detach,
    resume: upkeep.write,
    deliver,
    users,
    subscribe: ({ userId, onChange }) => {
      const room = enter(userId)
      const notify = (): void => onChange()
      room.waiters.add(notify)
      return {
        current: () => room.feed.current,
        unsubscribe: () => {
          if (room.waiters.delete(notify)) rooms.leave(room)
        },
      }
    },
    revoke: (userId) => {
      for (const connection of connectionsOf(userId)) upkeep.end(connection)
    },
    refresh: rooms.refresh,
    drain: ({ deadlineMs }) => {
      if (status === 'live') status = 'draining'
      const emptied = new Promise<void>((resolve) => {
        onEmpty = resolve
        if (size === 0) resolve()
      })
      const { retire, destroy } = upkeep
      return drainConnections({ connections: all(), emptied, retire, destroy, clock, deadlineMs, random })
    },
    health: () => {
      const feeds = [...rooms.all.values()].map(({ feed }) => feed)
      const sockets = all().filter(({ kind }) => kind === 'socket').length
      const waiting = feeds.filter(({ current }) => current.status === 'unknown').length
      const silent = feeds.filter(({ isSilent }) => isSilent).length
      return { status, streams: size - sockets, sockets, users: feeds.length, waiting, silent }
    },
    close: () => {
      status = 'closed'
      for (const connection of all()) upkeep.end(connection)
      rooms.closeAll()
    },
  }
}
