import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backend.ts'
import type { AccountKey } from '../../src/backends/accountKey.ts'
import { wazzupTech } from '../../src/backends/wazzup-tech/backend.ts'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { wazzupV3 } from '../../src/backends/wazzup-v3/backend.ts'
import { whatomate } from '../../src/backends/whatomate/backend.ts'
import { ann, boris } from './people.ts'
import { need, type Opened, shareSandbox, type VendorName, vendorNames } from './vendors.ts'

const open = shareSandbox()
const { signal } = new AbortController()

/** Makes a backend whose key is a function. */
const factories: Record<VendorName, (parameters: { key: AccountKey; url: string }) => Backend> = {
  'wazzup-v2': ({ key, url }) => wazzupV2({ apiKey: key, baseUrl: url }),
  'wazzup-v3': ({ key, url }) => wazzupV3({ apiKey: key, baseUrl: url }),
  'wazzup-tech': ({ key, url }) => wazzupTech({ accessToken: key, baseUrl: `${url}/tech` }),
  whatomate: ({ key, url }) => whatomate({ apiKey: key, baseUrl: `${url}/whatomate` }),
}

const keyOf = (vendor: VendorName, { account }: Opened): string =>
  vendor === 'whatomate' ? account.whatomateKey : account.apiKey

describe.each(vendorNames)('a function for the key of %s', (vendor) => {
  it('lets the key change without a restart: the old one is refused, and the request goes again with the new one', async () => {
    const opened = await open(vendor)
    const keys = [`whm_${'f'.repeat(32)}`, keyOf(vendor, opened)]
    let asked = 0
    const key = (): string => {
      asked += 1
      return keys[Math.min(asked, keys.length) - 1] ?? ''
    }
    const backend = factories[vendor]({ key, url: opened.url })
    expect(backend.problems?.()).toEqual([])
    await backend.check?.()
    expect(asked).toBe(3) // For the request, after its 401, and for its repetition.
    for (const one of keys) expect(backend.redact(`x ${one} y`)).not.toContain(one)
  })

  it('that fails is a failure of the CRM, and not of the vendor or the request', async () => {
    const { url, account } = await open(vendor)
    const backend = factories[vendor]({ key: () => Promise.reject(new Error('vault: s.CANARY')), url })
    const error: unknown = await backend.check?.().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'OperationError', code: 'internal' })
    expect(JSON.stringify(error) + String(error)).not.toContain('CANARY')
    expect(account.requests()).toEqual([])
  })

  it('keeps two tenants apart', async () => {
    const [first, second] = [await open(vendor), await open(vendor)]
    await first.account.simulate.message({ ...ann, text: 'To the first' })
    await second.account.simulate.message({ ...boris, text: 'To the second' })
    const added = await second.control('POST /_sandbox/channels', { transport: 'viber', plainId: '79990000001' })
    expect(added).toBeDefined()
    const asked: (string | undefined)[] = []
    const key: AccountKey = async ({ tenant }) => {
      asked.push(tenant)
      return keyOf(vendor, tenant === 'second' ? second : first)
    }
    const backend = factories[vendor]({ key, url: first.url })
    const [one, other] = [need(backend, 'forTenant')('first'), need(backend, 'forTenant')('second')]
    await Promise.all([one.check?.(), other.check?.()])
    expect(new Set(asked)).toEqual(new Set(['first', 'second']))
    expect(one.redact(keyOf(vendor, first))).not.toContain(keyOf(vendor, first))
    expect(one.redact(keyOf(vendor, second))).toBe(keyOf(vendor, second)) // It never saw the other's key.
    if (one.channels && other.channels) {
      const [mine, theirs] = await Promise.all([one.channels.list({ signal }), other.channels.list({ signal })])
      expect(mine.some(({ transport }) => transport === 'viber')).toBe(false)
      expect(theirs.some(({ transport }) => transport === 'viber')).toBe(true)
    }
    expect(first.account.requests().length).toBeGreaterThan(0)
    expect(second.account.requests().length).toBeGreaterThan(0)
  })

  it('leaves one tenant alone whose key is refused, and no other', async () => {
    const opened = await open(vendor)
    const key: AccountKey = ({ tenant }) => (tenant === 'bad' ? `whm_${'f'.repeat(32)}` : keyOf(vendor, opened))
    const backend = factories[vendor]({ key, url: opened.url })
    const [bad, good] = [need(backend, 'forTenant')('bad'), need(backend, 'forTenant')('good')]
    await expect(bad.check?.()).rejects.toMatchObject({ code: 'upstream_auth' })
    await expect(bad.check?.()).rejects.toMatchObject({ code: 'upstream_auth', retryAfterMs: expect.any(Number) })
    await good.check?.()
  })
})

it('a function for a token of the tech API may return what keeps one alive', async () => {
  const opened = await open('wazzup-tech')
  const source = {
    getAccessToken: async () => opened.account.apiKey,
    renewAccessToken: async () => false,
    secrets: () => [opened.account.apiKey],
  }
  const direct = wazzupTech({ accessToken: source, baseUrl: `${opened.url}/tech` })
  expect(direct.forTenant).toBeUndefined()
  const tenants = wazzupTech({ accessToken: () => source, baseUrl: `${opened.url}/tech` })
  for (const backend of [direct, need(tenants, 'forTenant')('first')]) {
    await backend.check?.()
    expect(backend.redact(opened.account.apiKey)).not.toContain(opened.account.apiKey)
  }
})
