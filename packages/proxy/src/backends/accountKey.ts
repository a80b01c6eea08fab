import { createKey, type KeyOption } from '@crm-chat/vendors/redactor'

/**
 * Key of an account at the vendor: the key itself, or a function that returns the one to use now. The function is called for
 * each request and each connect, with the tenant whose backend it is, and `undefined` for the backend of no tenant.
 */
export type AccountKey = string | undefined | ((account: { tenant: string | undefined }) => string | Promise<string>)

/** A key for a vendor's client, and the keys in use, which no log may hold. */
export interface ClientKey {
  key: KeyOption
  secrets: () => string[]
}

/** Prepares a key for the vendor's client of one tenant. */
export function toClientKey({ key, tenant }: { key: AccountKey; tenant: string | undefined }): ClientKey {
  if (typeof key !== 'function') return { key: key ?? '', secrets: () => (key ? [key] : []) }
  const changing = createKey({ key: () => key({ tenant }) })
  return { key: changing.get, secrets: changing.secrets }
}
