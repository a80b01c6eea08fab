import type { Account } from '../account.ts'

/** Waits for the times at which counters fall without a change to the data. */
export interface Expiries {
  /** Waits until the next message of an account is too old to be counted. */
  follow: (account: Account) => Promise<void>
  /** Stops waiting, because all data of the account have been replaced. */
  forget: (account: Account) => void
  close: () => void
}

/**
 * Creates the timers of a counter. An unanswered message is counted for a limited time only, and no change of the data
 * marks its end. Only the next expiry needs a timer, because messages expire in the order of their times.
 */
export function createExpiries({
  findNext,
  onExpiry,
}: {
  /** Time at which the next message stops counting, in Unix milliseconds. */
  findNext: (account: Account) => Promise<number | null>
  onExpiry: (account: Account) => void
}): Expiries {
  const timers = new Map<Account, () => void>()
  const forget = (account: Account): void => {
    timers.get(account)?.()
    timers.delete(account)
  }
  return {
    async follow(account) {
      if (timers.has(account)) return
      const next = await findNext(account)
      if (next === null) return
      const cancel = account.clock.schedule(next, () => {
        timers.delete(account)
        onExpiry(account)
      })
      timers.set(account, cancel)
    },
    forget,
    close() {
      for (const account of [...timers.keys()]) forget(account)
    },
  }
}
