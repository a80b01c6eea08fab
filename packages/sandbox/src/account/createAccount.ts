import { startChannels } from '../messengers/channels/startChannels.ts'
import { startDumps } from '../messengers/dumps/messageDumps.ts'
import { startDelivery } from '../messengers/sending/startDelivery.ts'
import { startModeration } from '../messengers/templates/startModeration.ts'
import { createFaults, type Faults } from '../server/faults/createFaults.ts'
import { createWindowLimit } from '../server/http/createWindowLimit.ts'
import { createJournal, type Journal } from '../server/journal/createJournal.ts'
import { createLinks, type Links } from '../server/links.ts'
import { createQuirks, type Quirks } from '../server/quirks/createQuirks.ts'
import { createLiveSockets, type LiveSockets } from '../server/sockets/liveSockets.ts'
import { createWebhooks, type Webhooks } from '../server/webhooks/createWebhooks.ts'
import type { ClockOptions } from '../store/clock/clockOptions.ts'
import { type Clock, createClock } from '../store/clock/createClock.ts'
import { createSnapshots, type Snapshots } from '../store/dump/createSnapshots.ts'
import { openStore } from '../store/openStore.ts'
import { applySeed } from '../store/seed/applySeed.ts'
import { isFirstDay } from '../store/seed/isFirstDay.ts'
import type { Seed } from '../store/seed/seedSchema.ts'
import type { Store } from '../store/store.ts'
import { watchDumpDeliveries } from '../vendors/wazzup-tech/watchDumpDeliveries.ts'
import { startRegression } from '../vendors/whatomate/startRegression.ts'

/** One tenant of the sandbox: what its keys open, and nothing of the others'. */
export interface Account {
  /** The vendor's number of the account. */
  accountId: number
  /** Opens Wazzup's APIs. */
  apiKey: string
  /** Opens Whatomate. */
  whatomateKey: string
  store: Store
  links: Links
  clock: Clock
  webhooks: Webhooks
  /** States of its data that are kept by name. */
  snapshots: Snapshots
  /** Who listens right now. */
  sockets: LiveSockets
  /** Where the vendor's documents contradict themselves or its live API: which form is answered. */
  quirks: Quirks
  faults: Faults
  /** The last requests to the vendors. */
  journal: Journal
  /** Whether addresses of local networks are called. */
  allowPrivateAddresses: boolean
  /** Counts a request; false when Wazzup would answer that there were too many. */
  mayAsk: () => boolean
  /** Forgets the requests that were counted. */
  clearLimit: () => void
  /** What it begins with, and goes back to. */
  seed: Seed | undefined
  close: () => Promise<void>
}

/** What an account is made of. */
export interface AccountOptions {
  accountId: number
  apiKey: string
  whatomateKey: string
  /** Path of the file that keeps its data. */
  data: string | undefined
  /** What the ids of all accounts are made from. */
  ids: string
  clock: ClockOptions
  linkLifetimeMs: number
  seed: Seed | undefined
  /** Quirks that are on from the start. */
  quirks: string[]
  /** How many requests Wazzup takes of a key, or no limit. */
  limit: { requests: number; perMs: number } | false
  /** Lets webhooks go to addresses of local networks too, and fetches files from there. */
  allowPrivateAddresses: boolean
}

/**
 * Opens an account: its data, its time, and what happens in it by itself.
 * @throws {DataFileError}
 */
export async function createAccount(options: AccountOptions): Promise<Account> {
  const { accountId, apiKey, whatomateKey, data, linkLifetimeMs, allowPrivateAddresses, limit } = options
  const quirks = createQuirks(options.quirks)
  const clock = createClock(options.clock)
  const store = await openStore({ data, clock, idSeed: `${options.ids} ${accountId}` })
  if (options.seed && (await isFirstDay(store))) await applySeed(store, options.seed)
  const links = createLinks({ secret: store.linkSecret, clock, lifetimeMs: linkLifetimeMs, accountId })
  const stopDelivery = await startDelivery({ store, allowPrivate: allowPrivateAddresses })
  const stopChannels = await startChannels(store)
  const stopDumps = await startDumps(store)
  const stopModeration = await startModeration(store)
  const stopRegression = startRegression({ store, quirks })
  const webhooks = createWebhooks({ store, quirks, allowPrivateAddresses })
  watchDumpDeliveries({ store, webhooks })
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
    faults: createFaults(),
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
      stopRegression()
      clock.close()
      await store.close()
    },
  }
}
