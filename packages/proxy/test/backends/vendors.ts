import { createSandbox, type Sandbox, type SandboxAccount } from 'crm-chat-sandbox'
import { afterAll, beforeAll } from 'vitest'
import type { Backend } from '../../src/backend.ts'
import { wazzupTech } from '../../src/backends/wazzup-tech/backend.ts'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { wazzupV3 } from '../../src/backends/wazzup-v3/backend.ts'
import { whatomate } from '../../src/backends/whatomate/backend.ts'

/** Every vendor's backend, over an account of the sandbox. */
export const vendors = {
  'wazzup-v2': ({ account: { apiKey }, url, timeoutMs = 20_000 }) => wazzupV2({ apiKey, baseUrl: url, timeoutMs }),
  'wazzup-v3': ({ account: { apiKey }, url, timeoutMs = 20_000 }) => wazzupV3({ apiKey, baseUrl: url, timeoutMs }),
  'wazzup-tech': ({ account: { apiKey }, url, timeoutMs = 20_000 }) =>
    wazzupTech({ accessToken: apiKey, baseUrl: `${url}/tech`, timeoutMs, pollIntervalMs: 50 }),
  whatomate: ({ account: { whatomateKey }, url, timeoutMs = 20_000 }) =>
    whatomate({
      apiKey: whatomateKey,
      baseUrl: `${url}/whatomate`,
      timeoutMs,
      webhookSecret: 'webhook-secret-1',
    }),
} satisfies Record<string, (parameters: OpenParameters) => Backend>

export type VendorName = keyof typeof vendors
export const vendorNames = Object.keys(vendors) as VendorName[] // Object.keys forgets them.

interface OpenParameters {
  account: SandboxAccount
  /** Address of the sandbox. */
  url: string
  timeoutMs?: number
}

/** A vendor's backend with an account of its own. */
export interface Opened {
  account: SandboxAccount
  backend: Backend
  url: string
  /** Calls the sandbox's control API for this account. */
  control: (route: string, body?: unknown) => Promise<unknown>
}

/** Shares one sandbox among the tests of a file. The returned function opens a backend over a new account. */
export function shareSandbox(): (vendor: VendorName, options?: { timeoutMs?: number }) => Promise<Opened> {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox({ port: 0 })
  })
  afterAll(() => sandbox.close())
  return (vendor, options = {}) => openAccount({ sandbox, vendor, ...options })
}

/** Opens a backend over a new account of a sandbox. */
export async function openAccount({
  sandbox,
  vendor,
  ...options
}: {
  sandbox: Sandbox
  vendor: VendorName
  timeoutMs?: number
}): Promise<Opened> {
  const account = await sandbox.addAccount()
  const { url } = sandbox
  const control = createControl({ url, apiKey: account.apiKey })
  return { account, url, control, backend: vendors[vendor]({ account, url, ...options }) }
}

function createControl({ url, apiKey }: { url: string; apiKey: string }): Opened['control'] {
  return async (route, body) => {
    const [method = 'GET', path = '/'] = route.split(' ')
    const headers = { 'content-type': 'application/json', 'x-sandbox-key': apiKey }
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${route}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}

/** Returns a capability that the test cannot do without. */
export function need<Name extends keyof Backend>(backend: Backend, name: Name): NonNullable<Backend[Name]> {
  const capability = backend[name]
  if (capability === undefined || capability === null) throw new Error(`${backend.name} has no ${name}`)
  return capability
}
