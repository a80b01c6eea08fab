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
import { type CustomerInput, customerSchema, saveCustomer } from '../store/entities/customers.ts'
import { InvalidOptionError } from '../store/errors.ts'
import { describeIssues } from '../store/input/describeIssues.ts'
import { explained } from '../store/input/explainIssue.ts'
import type { Store } from '../store/store.ts'
import { createSimulate, type Simulate } from './simulate/createSimulate.ts'

/** One account, as tests and tools use it. */
export interface SandboxAccount {
  accountId: number
  /** Opens Wazzup's APIs. */
  apiKey: string
  /** Opens Whatomate. */
  whatomateKey: string
  simulate: Simulate & {
    /** Sets a customer's standing, e.g. that they reported the company for spam. @throws {InvalidOptionError} */
    customer: (customer: CustomerInput) => Promise<void>
  }
  settings: {
    /** The company's settings at the vendor. */
    get: () => Promise<AccountSettings>
    /** Changes some of them. @throws {InvalidOptionError} */
    change: (change: AccountSettingsChange) => Promise<AccountSettings>
  }
  clock: {
    /** Unix time in milliseconds, as the account sees it. */
    now: () => number
    /** Moves its time forward; tasks due on the way, e.g. deliveries and expiries, run at once. */
    advance: (ms: number) => void
    mode: () => ClockMode
    /** Lets its time pass at the machine's speed, `factor` times as fast, or not at all. */
    setMode: (mode: ClockMode) => void
  }
  faults: Pick<Faults, 'add' | 'set' | 'remove' | 'clear' | 'list'>
  quirks: Pick<Quirks, 'isOn' | 'set' | 'list' | 'reset'>
  webhooks: Pick<Webhooks, 'list' | 'endpoints' | 'clear' | 'replay' | 'replayAll' | 'faults'>
  /** The latest thousand requests to the vendors' APIs, the oldest first. */
  requests: (filter?: JournalFilter) => JournalEntry[]
  /** Resolves with the first request that matches, past or future. @throws {RequestNotSeenError} */
  waitForRequest: Journal['waitFor']
  /** All data of the account as plain JSON, for {@link SandboxAccount.restore}. */
  snapshot: () => Promise<StoreDump>
  /** Replaces the account's data with those of a snapshot. @throws {InvalidOptionError} */
  restore: (snapshot: StoreDump) => Promise<void>
  /** Named snapshots, for tests and the inspector. */
  snapshots: Pick<Snapshots, 'save' | 'list' | 'get' | 'restore' | 'remove'>
  /** Restores the account's first day: data, faults, quirks, requests. Its clock continues. */
  reset: () => Promise<void>
}

/** Creates the view of an account that tests and tools use. */
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
    reset: account.reset,
  }
}

/** Sets a customer's standing, e.g. that they reported the company for spam. @throws {InvalidOptionError} */
async function simulateCustomer(store: Store, customer: CustomerInput): Promise<void> {
  const parsed = customerSchema.safeParse(customer, explained)
  if (!parsed.success)
    throw new InvalidOptionError(`simulate.customer: ${describeIssues({ error: parsed.error, whole: 'body' })}`)
  await saveCustomer(store, parsed.data)
}
