import type { Account } from '../account.ts'

/** Follows when counters fall by time alone. */
export interface Expiries {
  /** Calls back when the next message of an account is too old to be counted. */
  follow: (account: Account) => Promise<void>
  /** Forgets what was found, since all data are others now. */
  forget: (account: Account) => void
  close: () => void
}

/**
 * A message that nobody answers is counted for a while only. No change tells of its end, so that the account's clock has
 * to. Only the next end is waited for: messages come in the order of their times.
 */
export function followExpiry({
  findNext,
  onExpiry,
}: {
  /** Time at which the next message stops counting, in Unix milliseconds. */
  findNext: (account: Account) => Promise<number | null>
  onExpiry: (account: Account) => void
}): Expiries {
  const waits = new Map<Account, () => void>()
  const forget = (account: Account): void => {
    waits.get(account)?.()
    waits.delete(account)
  }
  return {
    async follow(account) {
      if (waits.has(account)) return
      const next = await findNext(account)
      if (next === null) return
      const cancel = account.clock.schedule(next, () => {
        waits.delete(account)
        onExpiry(account)
      })
      waits.set(account, cancel)
    },
    forget,
    close() {
      for (const account of [...waits.keys()]) forget(account)
    },
  }
}
