import { startChannels } from '../messengers/channels/startChannels.ts'
import { startDumps } from '../messengers/dumps/messageDumps.ts'
import { startDelivery } from '../messengers/sending/startDelivery.ts'
import { startModeration } from '../messengers/templates/startModeration.ts'
import type { Account } from '../server/account.ts'
import { createFaults } from '../server/faults/createFaults.ts'
import type { FaultTargets } from '../server/faults/faultTargets.ts'
import { createWindowLimit } from '../server/http/createWindowLimit.ts'
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
import { applySeed } from '../store/seed/applySeed.ts'
import { isFirstDay } from '../store/seed/isFirstDay.ts'
import type { Seed } from '../store/seed/seedSchema.ts'

/** Options of {@link createAccount}. */
export interface AccountOptions {
  accountId: number
  apiKey: string
  whatomateKey: string
  /** Path of the file that keeps its data. */
  data: string | undefined
  /** Seed of all accounts' ids. */
  ids: string
  clock: ClockOptions
  linkLifetimeMs: number
  seed: Seed | undefined
  /** Quirks that are on from the start. */
  quirks: string[]
  /** The vendors it has an account with. */
  vendors: EmulatedVendor[]
  /** Operations that faults can be for. */
  faultTargets: FaultTargets
  /** Number of requests Wazzup accepts per key, or no limit. */
  limit: { requests: number; perMs: number } | false
  /** Lets webhooks go to addresses of local networks too, and fetches files from there. */
  allowPrivateAddresses: boolean
}

/** Opens an account: its data, its clock and its background work. */
export async function createAccount(options: AccountOptions): Promise<Account> {
  const { accountId, apiKey, whatomateKey, data, linkLifetimeMs, allowPrivateAddresses, limit } = options
  const { vendors } = options
  const quirks = createQuirks({ entries: toQuirkEntries(vendors), initial: options.quirks })
  const clock = createClock(options.clock)
  const store = await openStore({ data, clock, idSeed: `${options.ids} ${accountId}` })
  if (options.seed && (await isFirstDay(store))) await applySeed(store, options.seed)
  const links = createLinks({ secret: store.linkSecret, clock, lifetimeMs: linkLifetimeMs, accountId })
  const stopDelivery = await startDelivery({ store, allowPrivate: allowPrivateAddresses })
  const stopChannels = await startChannels(store)
  const stopDumps = await startDumps(store)
  const stopModeration = await startModeration(store)
  const vendorWebhooks = vendors.map(({ webhooks }) => webhooks)
  const webhooks = createWebhooks({ store, quirks, vendors: vendorWebhooks, allowPrivateAddresses })
  const stopVendors = vendors.map(({ start }) => start?.({ store, quirks, webhooks }))
  const toLimit = () => (limit ? createWindowLimit({ ...limit, now: clock.now }) : () => true)
  let countRequest = toLimit()
  return {
    accountId,
    apiKey,
    whatomateKey,
    store,
    links,
    clock,
    webhooks,
    allowPrivateAddresses,
    snapshots: createSnapshots(store),
    sockets: createLiveSockets({ now: clock.now, keys: [apiKey, whatomateKey] }),
    quirks,
    seed: options.seed,
    faults: createFaults(options.faultTargets),
    journal: createJournal(),
    mayAsk: () => countRequest(),
    clearLimit() {
      countRequest = toLimit()
    },
    async close() {
      await webhooks.close()
      stopDelivery()
      stopChannels()
      stopDumps()
      stopModeration()
      for (const stop of stopVendors) stop?.()
      clock.close()
      await store.close()
    },
  }
}

function toQuirkEntries(vendors: EmulatedVendor[]): Record<string, QuirkEntry> {
  return Object.assign({}, ...vendors.map(({ quirks }) => quirks))
}
