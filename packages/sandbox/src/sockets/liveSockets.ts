/** A connection that is open, and what has gone through it. */
export interface LiveSocket {
  id: string
  /** What it is for, e.g. `wazzup-v2.watchUnanswered`. */
  operation: string
  userId: string
  /** Unix time in milliseconds. */
  openedAt: number
  /** How many events it was told. */
  told: number
  /** How many events it sent. */
  heard: number
  /** What it was told last; `null` while it was told nothing. */
  last: { event: string; value: unknown } | null
}

/** The open connections of one account. */
export interface LiveSockets {
  /** Adds a connection, or takes up anew the one with its id. */
  open: (socket: Pick<LiveSocket, 'id' | 'operation' | 'userId' | 'openedAt'>) => void
  tell: (id: string, last: { event: string; value: unknown }) => void
  hear: (id: string) => void
  close: (id: string) => void
  /** The latest first. */
  list: () => LiveSocket[]
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Creates the list of one account. */
export function createLiveSockets(): LiveSockets {
  const sockets = new Map<string, LiveSocket>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  function change(id: string, toNext: (socket: LiveSocket) => Partial<LiveSocket>): void {
    const socket = sockets.get(id)
    if (!socket) return
    sockets.set(id, { ...socket, ...toNext(socket) })
    changed()
  }
  return {
    open(socket) {
      sockets.set(socket.id, { ...socket, told: 0, heard: 0, last: null })
      changed()
    },
    tell: (id, last) => change(id, ({ told }) => ({ told: told + 1, last })),
    hear: (id) => change(id, ({ heard }) => ({ heard: heard + 1 })),
    close(id) {
      if (sockets.delete(id)) changed()
    },
    list: () => [...sockets.values()].reverse(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
