import { startMessengers } from '../messengers/startMessengers.ts'
import type { Account } from '../server/account.ts'
import { createFaults } from '../server/faults/createFaults.ts'
import type { FaultTargets } from '../server/faults/fault.ts'
import { createRateLimiter, type RateLimit } from '../server/http/createRateLimiter.ts'
import { createJournal } from '../server/journal/createJournal.ts'
import { createLinks } from '../server/links.ts'
import type { QuirkEntry } from '../server/quirks/createQuirks.ts'
import { createQuirks } from '../server/quirks/createQuirks.ts'
import type { EmulatedVendor } from '../server/routes/emulatedVendor.ts'
import { createLiveSockets } from '../server/sockets/liveSockets.ts'
import { createWebhooks } from '../server/webhooks/createWebhooks.ts'
import type { ClockOptions } from '../store/clock/clockOptions.ts'
import { createClock } from '../store/clock/createClock.ts'
import { createSnapshots } from '../store/dump/createSnapshots.ts'
import { openStore } from '../store/openStore.ts'
import { applySeed, isFirstDay, resetStore } from '../store/seed/applySeed.ts'
import type { Seed } from '../store/seed/seedSchema.ts'

/** Options of {@link createAccount}. */
export interface AccountOptions {
  accountId: number
  apiKey: string
  whatomateKey: string
  /** Path of the data file; in memory without one. */
  data: string | undefined
  /** Seed of all accounts' ids. */
  ids: string
  clock: ClockOptions
  linkLifetimeMs: number
  seed: Seed | undefined
  /** Quirks that are on from the start. */
  quirks: string[]
  /** Vendors at which it has an account. */
  vendors: EmulatedVendor[]
  /** Operations that fault rules can name. */
  faultTargets: FaultTargets
  /** Number of requests that Wazzup accepts per key. */
  limit: RateLimit
  /** Allows webhooks to addresses of local networks, and files from there. */
  allowPrivateAddresses: boolean
  /** Allows webhooks to addresses on the internet. */
  allowPublicWebhooks: boolean
}

/** Opens an account: its data, its clock and its background work. */
export async function createAccount(options: AccountOptions): Promise<Account> {
  const { accountId, apiKey, whatomateKey, vendors, seed, allowPrivateAddresses, allowPublicWebhooks } = options
  const quirks = createQuirks({ entries: toQuirkEntries(vendors), initial: options.quirks })
  const clock = createClock(options.clock)
  const store = await openStore({ data: options.data, clock, idSeed: `${options.ids} ${accountId}` })
  if (seed && (await isFirstDay(store))) await applySeed(store, seed)
  const stopMessengers = await startMessengers({ store, allowPrivate: allowPrivateAddresses })
  const vendorWebhooks = vendors.map(({ webhooks }) => webhooks)
  const webhooks = createWebhooks({
    store,
    quirks,
    vendors: vendorWebhooks,
    allowPrivateAddresses,
    allowPublicWebhooks,
  })
  const stopVendors = vendors.map(({ start }) => start?.({ store, quirks, webhooks }))
  const faults = createFaults(options.faultTargets)
  const journal = createJournal()
  const limiter = createRateLimiter({ limit: options.limit, now: clock.now })
  const links = createLinks({ secret: store.linkSecret, clock, lifetimeMs: options.linkLifetimeMs, accountId })
  return {
    accountId,
    apiKey,
    whatomateKey,
    store,
    clock,
    webhooks,
    allowPrivateAddresses,
    quirks,
    faults,
    journal,
    links,
    snapshots: createSnapshots(store),
    sockets: createLiveSockets({ now: clock.now, keys: [apiKey, whatomateKey] }),
    mayRequest: limiter.count,
    async reset() {
      faults.clear()
      quirks.reset()
      journal.clear()
      limiter.reset()
      links.clear()
      await resetStore({ store, seed })
    },
    async close() {
      await webhooks.close()
      stopMessengers()
      for (const stop of stopVendors) stop?.()
      clock.close()
      await store.close()
    },
  }
}

function toQuirkEntries(vendors: EmulatedVendor[]): Record<string, QuirkEntry> {
  return Object.assign({}, ...vendors.map(({ quirks }) => quirks))
}
