/** Users to remember; see {@link Revocations.isRevoked} for those forgotten. */
const maxUsers = 10_000

/** Order of logouts and of the requests whose user is being looked up. */
export interface Revocations {
  /** Marks the moment at which a request begins. */
  mark: () => number
  /** Notes that a user has logged out. */
  revoke: (userId: string) => void
  /** Tells if a user has logged out since a mark; `unknown` where so many others have that this one may be forgotten. */
  isRevoked: (parameters: { userId: string; since: number }) => boolean | 'unknown'
}

/** Makes {@link Revocations}, of a bounded number of users. */
export function createRevocations(): Revocations {
  const revokedAt = new Map<string, number>()
  let count = 0
  let forgotten = 0
  return {
    mark: () => count,
    revoke: (userId) => {
      count += 1
      revokedAt.delete(userId) // To be the latest.
      revokedAt.set(userId, count)
      const [first] = revokedAt
      if (revokedAt.size <= maxUsers || !first) return
      forgotten = first[1]
      revokedAt.delete(first[0])
    },
    isRevoked: ({ userId, since }) => {
      if ((revokedAt.get(userId) ?? 0) > since) return true
      return forgotten > since ? 'unknown' : false
    },
  }
}
