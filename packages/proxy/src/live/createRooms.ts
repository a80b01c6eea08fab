import { visibilityHeader } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import type { SharedValues } from '../processes/sharedState.ts'
import { createEpochs } from './createEpochs.ts'
import { Feed, type Watch } from './Feed.ts'
import type { LiveConnection } from './LiveConnection.ts'

/** One user's counter, and everything in this process that follows it. */
export interface Room {
  feed: Feed
  /** The oldest first. */
  connections: Set<LiveConnection>
  /** Requests that wait for a change. */
  waiters: Set<() => void>
  stopLinger: () => void
}

/** The rooms of all users with a live connection, or who had one a moment ago. */
export interface Rooms {
  all: ReadonlyMap<string, Room>
  /** Returns a user's room. It stays until {@link Rooms.leave} finds it empty. */
  enter: (userId: string) => Room
  /** Closes a room some time after the last one has left it. */
  leave: (room: Room) => void
  /** Tells other processes the values of this one, and asks them for those that it has not. */
  refresh: () => void
  closeAll: () => void
}

/** Makes {@link Rooms}: one counter at the vendor for each user, however many connections there are. */
export function createRooms({
  watch,
  clock,
  lingerMs,
  random,
  lastValues,
  onChange,
  onOutage,
}: {
  watch: Watch
  clock: Clock
  lingerMs: number
  random: () => number
  /** Values that other processes have. */
  lastValues?: SharedValues | undefined
  onChange: (room: Room) => void
  onOutage: (reason: string) => void
}): Rooms {
  const all = new Map<string, Room>()
  const nextEpoch = createEpochs({ clock, random })

  function open(userId: string): Room {
    const notify = (): void => {
      const room = all.get(userId)
      if (!room) return
      onChange(room)
      const { current } = room.feed
      if (current.status === 'live') lastValues?.write(userId, current)
    }
    const isUrgent = (): boolean => [...(all.get(userId)?.connections ?? [])].some(isSeen)
    const feed = new Feed({ userId, watch, clock, epoch: nextEpoch(), onChange: notify, onOutage, isUrgent })
    const room: Room = { feed, connections: new Set(), waiters: new Set(), stopLinger: () => {} }
    all.set(userId, room)
    ask(room)
    return room
  }

  function ask({ feed }: Room): void {
    void lastValues?.read(feed.userId).then((value) => value && feed.suggest(value))
  }

  function close(room: Room): void {
    room.stopLinger()
    all.delete(room.feed.userId)
    room.feed.close()
  }

  return {
    all,
    enter: (userId) => {
      const room = all.get(userId) ?? open(userId)
      room.stopLinger()
      return room
    },
    leave: (room) => {
      const isUsed = room.connections.size > 0 || room.waiters.size > 0
      if (isUsed || all.get(room.feed.userId) !== room) return
      room.stopLinger()
      room.stopLinger = clock.after(lingerMs, () => close(room))
    },
    refresh: () => {
      for (const room of all.values()) {
        const { userId, current } = room.feed
        if (current.status === 'live') lastValues?.write(userId, current)
        else if (current.status === 'unknown') ask(room)
      }
    },
    closeAll: () => {
      for (const room of all.values()) close(room)
    },
  }
}

/** Returns true for a connection of a page that was seen when it connected, or does not say. */
function isSeen({ request }: LiveConnection): boolean {
  return request.header(visibilityHeader) !== '0'
}
