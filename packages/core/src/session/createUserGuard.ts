/** A connection that is not the page's user's any more. */
export interface UserChange {
  /** The user that the server knows now. */
  userId: string
  /** The page's user. */
  previousUserId: string
}

/** Keeps a page to the user that it began with: the numbers of another one must not appear in it. */
export interface UserGuard {
  /** Returns true for the page's user, who is the first one that it is asked about. */
  isOwn: (userId: string) => boolean
}

/** Users that a server has named. */
export interface Users {
  /** The page's user, who is the first one. */
  own?: string
  latest?: string
}

/** Makes a guard. It reports another user once, until yet another one appears. Guards of one page have the same `users`. */
export function createUserGuard(onUserChange?: (change: UserChange) => void, users: Users = {}): UserGuard {
  return {
    isOwn: (userId) => {
      users.own ??= userId
      const previousUserId = users.own
      const isNews = userId !== previousUserId && userId !== users.latest
      users.latest = userId
      if (isNews) queueMicrotask(() => onUserChange?.({ userId, previousUserId })) // It may throw: not in the connection.
      return userId === previousUserId
    },
  }
}
