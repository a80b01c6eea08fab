/** The live streams and sockets of every user. */
export interface Connections {
  /** Returns true for a user who may open no more. */
  isFull: (userId: string) => boolean
  /** Adds a connection. @returns a function that removes it. */
  open: (parameters: { userId: string; end: () => void }) => () => void
  endUser: (userId: string) => void
  endAll: () => void
}

/** Makes a list of {@link Connections} with room for `perUser` of each user. */
export function createConnections({ perUser }: { perUser: number }): Connections {
  const users = new Map<string, Set<() => void>>()

  function open({ userId, end }: { userId: string; end: () => void }): () => void {
    const ends = users.get(userId) ?? new Set()
    const entry = (): void => end()
    users.set(userId, ends.add(entry))
    return () => {
      ends.delete(entry)
      if (ends.size === 0 && users.get(userId) === ends) users.delete(userId)
    }
  }

  function endUser(userId: string): void {
    for (const end of [...(users.get(userId) ?? [])]) end()
  }

  return {
    isFull: (userId) => (users.get(userId)?.size ?? 0) >= perUser,
    open,
    endUser,
    endAll: () => {
      for (const userId of [...users.keys()]) endUser(userId)
    },
  }
}
