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

/** Makes a guard. It reports another user once, until yet another one appears. */
export function createUserGuard(onUserChange: (change: UserChange) => void = () => undefined): UserGuard {
  let own: string | undefined
  let latest: string | undefined
  return {
    isOwn: (userId) => {
      own ??= userId
      const previousUserId = own
      const isNews = userId !== own && userId !== latest
      latest = userId
      if (isNews) queueMicrotask(() => onUserChange({ userId, previousUserId })) // It may throw: not in the connection.
      return userId === own
    },
  }
}
