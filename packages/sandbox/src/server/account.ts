import type { Change } from '../store/changes.ts'
import type { Clock } from '../store/clock/createClock.ts'
import type { Snapshots } from '../store/dump/createSnapshots.ts'
import type { Seed } from '../store/seed/seedSchema.ts'
import type { Store } from '../store/store.ts'
import type { AccountKeys } from './accountKeys.ts'
import type { Faults } from './faults/createFaults.ts'
import type { Journal } from './journal/createJournal.ts'
import type { ChatsWindow, Links } from './links.ts'
import type { Quirks } from './quirks/createQuirks.ts'
import type { LiveSockets } from './sockets/liveSockets.ts'
import type { Webhooks } from './webhooks/createWebhooks.ts'

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

/** All tenants of a sandbox. The default one is there from the start. */
export interface Accounts {
  default: Account
  list: () => Account[]
  /** The account that a key or token opens; `undefined` for a wrong one. */
  find: (credential: string) => Account | undefined
  get: (accountId: number) => Account | undefined
  /** Makes an account with keys of its own. @throws {AccountExistsError} when a key is in use */
  add: (keys: AccountKeys) => Promise<Account>
  /** Reads a link of any account. @throws {LinkError} */
  readLink: (token: string) => Promise<{ account: Account; window: ChatsWindow; expiresAt: number }>
  /** Tells of the changes in all accounts, later ones included. @returns a function that ends it. */
  subscribe: (listener: (change: Change, account: Account) => void) => () => void
  close: () => Promise<void>
}
