import type { Account } from '../server/account.ts'
import { resetStore } from '../store/seed/resetStore.ts'

/** Takes an account back to its first day: data as seeded, no faults, the quirks it began with, no requests. */
export async function resetAccount(account: Account): Promise<void> {
  const { store, faults, quirks, journal, seed } = account
  faults.clear()
  quirks.reset()
  journal.clear()
  account.clearLimit()
  await resetStore({ store, seed })
}
