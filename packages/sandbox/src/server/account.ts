import type { Change } from '../store/changes.ts'
import type { Clock } from '../store/clock/createClock.ts'
import type { Snapshots } from '../store/dump/createSnapshots.ts'
import type { Store } from '../store/store.ts'
import type { AccountKeys } from './accountKeys.ts'
import type { Faults } from './faults/createFaults.ts'
import type { Journal } from './journal/createJournal.ts'
import type { ChatsWindow, Links } from './links.ts'
import type { Quirks } from './quirks/createQuirks.ts'
import type { LiveSockets } from './sockets/liveSockets.ts'
import type { Webhooks } from './webhooks/createWebhooks.ts'

/** One tenant of the sandbox: the data and settings its keys give access to, separate from all others. */
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
  /** Named snapshots of its data. */
  snapshots: Snapshots
  /** Open sockets. */
  sockets: LiveSockets
  /** Behaviour where the vendor's documents contradict each other or the live API. */
  quirks: Quirks
  faults: Faults
  /** The latest requests to the vendors. */
  journal: Journal
  /** Allows calls to addresses in local networks. */
  allowPrivateAddresses: boolean
  /** Counts a request; false when Wazzup would respond that there were too many. */
  mayRequest: () => boolean
  /** Restores the first day: initial data, no faults, the initial quirks, no requests. The clock continues. */
  reset: () => Promise<void>
  close: () => Promise<void>
}

/** All tenants of a sandbox. The default one exists from the start. */
export interface Accounts {
  default: Account
  list: () => Account[]
  /** The account that a key or token opens; `undefined` for a wrong one. */
  find: (credential: string) => Account | undefined
  get: (accountId: number) => Account | undefined
  /** Calls the listener with each account, now and when one is added. @returns a function that ends it */
  watch: (listener: (account: Account) => void) => () => void
  /** Creates an account with its own keys. @throws {AccountExistsError} when a key is in use */
  add: (keys: AccountKeys) => Promise<Account>
  /** Reads a link of any account. @throws {LinkError} */
  readLink: (token: string) => Promise<{ account: Account; window: ChatsWindow; expiresAt: number }>
  /** Subscribes to changes in all accounts, including those added later. @returns a function that ends it. */
  subscribe: (listener: (change: Change, account: Account) => void) => () => void
  close: () => Promise<void>
}
