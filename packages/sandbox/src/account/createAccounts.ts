import { hash } from 'node:crypto'
import type { Account, Accounts } from '../server/account.ts'
import { LinkError, readAccountId } from '../server/links.ts'
import type { Change } from '../store/changes.ts'
import { type KnownAccount, listKnownAccounts, saveKnownAccount } from '../store/entities/knownAccounts.ts'
import { AccountExistsError } from '../store/errors.ts'
import { createSubscribers } from '../store/subscribers/createSubscribers.ts'
import { type AccountOptions, createAccount } from './createAccount.ts'

/**
 * Opens the default account and, with a data file, all accounts that were added to it.
 * @throws {DataFileError}
 */
export async function createAccounts(options: Omit<AccountOptions, 'accountId'>): Promise<Accounts> {
  const accounts = new Map<number, Account>()
  const byCredential = new Map<string, Account>()
  const { notify, subscribe } = createSubscribers<[Change, Account]>()
  const additions = createSubscribers<[Account]>()
  const first = await open({ accountId: firstId, ...options })

  async function open(accountOptions: AccountOptions): Promise<Account> {
    const account = await createAccount(accountOptions)
    accounts.set(account.accountId, account)
    for (const key of [account.apiKey, account.whatomateKey]) byCredential.set(digest(key), account)
    account.store.changes.subscribe((change) => notify(change, account))
    additions.notify(account)
    return account
  }

  const toFile = ({ accountId }: KnownAccount): string | undefined => options.data && `${options.data}.${accountId}`
  let lastId = firstId
  for (const known of await listKnownAccounts(first.store)) {
    await open({ ...options, ...known, data: toFile(known), seed: undefined })
    lastId = Math.max(lastId, known.accountId)
  }

  const list = (): Account[] => [...accounts.values()]
  const find = (credential: string): Account | undefined => byCredential.get(digest(credential))

  return {
    default: first,
    list,
    find,
    get: (accountId) => accounts.get(accountId),
    watch(listener) {
      for (const account of list()) listener(account)
      return additions.subscribe(listener)
    },
    async add({ apiKey, whatomateKey }) {
      const keys = { apiKey, whatomateKey }
      for (const key of Object.values(keys)) if (find(key)) throw new AccountExistsError()
      const known = { ...keys, accountId: ++lastId }
      await saveKnownAccount(first.store, known)
      return open({ ...options, ...known, data: toFile(known), seed: undefined })
    },
    async readLink(token) {
      const account = accounts.get(readAccountId(token))
      if (!account) throw new LinkError({ code: 'LINK_INVALID', message: 'This link was not created by this sandbox.' })
      return { account, ...(await account.links.read(token)) }
    },
    subscribe,
    async close() {
      for (const account of list()) await account.close()
    },
  }
}

const firstId = 10_000_001

/** Keys are compared by digest, so that the duration of a comparison reveals nothing about them. */
function digest(value: string): string {
  return hash('sha256', value, 'base64')
}
