import type { Account } from '../server/account.ts'
import type { Faults } from '../server/faults/createFaults.ts'
import type { Journal, JournalEntry, JournalFilter } from '../server/journal/createJournal.ts'
import type { Quirks } from '../server/quirks/createQuirks.ts'
import type { Webhooks } from '../server/webhooks/createWebhooks.ts'
import type { ClockMode } from '../store/clock/clockOptions.ts'
import type { Snapshots } from '../store/dump/createSnapshots.ts'
import { dumpStore, loadDump, type StoreDump } from '../store/dump/dumps.ts'
import {
  type AccountSettings,
  type AccountSettingsChange,
  changeAccountSettings,
  getAccountSettings,
} from '../store/entities/accountSettings.ts'
import type { CustomerInput } from '../store/entities/customers.ts'
import { resetAccount } from './resetAccount.ts'
import { createSimulate, type Simulate } from './simulate/createSimulate.ts'
import { simulateCustomer } from './simulate/customer.ts'

/** One account, as tests and tools handle it. */
export interface SandboxAccount {
  accountId: number
  /** Opens Wazzup's APIs. */
  apiKey: string
  /** Opens Whatomate. */
  whatomateKey: string
  simulate: Simulate & {
    /** Says how a customer stands to the company, e.g. that he has reported it for spam. @throws {InvalidOptionError} */
    customer: (customer: CustomerInput) => Promise<void>
  }
  settings: {
    /** What the company has settled with the vendor. */
    get: () => Promise<AccountSettings>
    /** Changes some of it. @throws {InvalidOptionError} */
    change: (change: AccountSettingsChange) => Promise<AccountSettings>
  }
  clock: {
    /** Unix time in milliseconds, as the account sees it. */
    now: () => number
    /** Moves its time forward; deliveries and ends of links on the way happen at once. */
    advance: (ms: number) => void
    mode: () => ClockMode
    /** Lets its time pass as fast as the machine's, `factor` times as fast, or not at all. */
    setMode: (mode: ClockMode) => void
  }
  faults: Pick<Faults, 'add' | 'set' | 'remove' | 'clear' | 'list'>
  quirks: Pick<Quirks, 'isOn' | 'set' | 'list' | 'reset'>
  webhooks: Pick<Webhooks, 'list' | 'endpoints' | 'clear' | 'replay' | 'replayAll' | 'faults'>
  /** The last thousand requests to the vendors' APIs, the oldest first. */
  requests: (filter?: JournalFilter) => JournalEntry[]
  /** The first request that fits, there already or still to come. @throws {RequestNotSeenError} */
  waitForRequest: Journal['waitFor']
  /** All data of the account, to be kept or to be had again by {@link SandboxAccount.restore}. It is plain JSON. */
  snapshot: () => Promise<StoreDump>
  /** Puts the data of a snapshot in the place of the account's. @throws {InvalidOptionError} */
  restore: (snapshot: StoreDump) => Promise<void>
  /** States of the data that are kept by name, for tests and for the inspector. */
  snapshots: Pick<Snapshots, 'save' | 'list' | 'get' | 'restore' | 'remove'>
  /** Takes the account back to its first day: data, faults, quirks, requests. Its time goes on. */
  reset: () => Promise<void>
}

/** Gives an account the face that tests and tools see. */
export function createTenant({ account, origin }: { account: Account; origin: () => string }): SandboxAccount {
  const { accountId, apiKey, whatomateKey, store, clock, faults, quirks, webhooks, journal, snapshots } = account
  return {
    accountId,
    apiKey,
    whatomateKey,
    simulate: {
      ...createSimulate({ store, origin }),
      customer: (customer) => simulateCustomer(store, customer),
    },
    settings: {
      get: () => getAccountSettings(store),
      change: (change) => changeAccountSettings(store, change),
    },
    clock,
    faults,
    quirks,
    webhooks,
    requests: journal.list,
    waitForRequest: journal.waitFor,
    snapshot: () => dumpStore(store),
    restore: (snapshot) => loadDump(store, snapshot),
    snapshots,
    reset: () => resetAccount(account),
  }
}
