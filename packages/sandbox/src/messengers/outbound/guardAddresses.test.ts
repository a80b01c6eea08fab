import type { LookupAddress, lookup } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { type AllowedAddresses, guardAddresses } from './guardAddresses.ts'

const strict: AllowedAddresses = { allowPrivate: false, allowPublic: false }

/** Looks up a name that has these addresses. @returns the error, or nothing when all are allowed */
function lookUp(addresses: string[], allowed: AllowedAddresses): Promise<Error | null> {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const resolve = ((_name: string, _options: unknown, done: (error: null, found: LookupAddress[]) => void) =>
    done(null, found)) as typeof lookup // Only the form with all addresses is used.
  const guard = guardAddresses({ ...allowed, resolve })
  return new Promise((done) => guard.lookup('crm.example', { all: true }, (error) => done(error)))
}

function check(url: string, allowed: AllowedAddresses): void {
  guardAddresses(allowed).checkHost(new URL(url))
}

const addresses: [address: string, kind: 'own' | 'private' | 'public' | 'both'][] = [
  ['127.0.0.1', 'own'],
  ['127.9.9.9', 'own'],
  ['::1', 'own'],
  ['::ffff:127.0.0.1', 'own'],
  ['10.0.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'private'],
  ['fd00::1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['203.0.113.7', 'public'],
  ['172.32.0.1', 'public'],
  ['::ffff:203.0.113.7', 'public'],
  ['2001:db8::7', 'public'],
  ['2606:4700::1111', 'public'],
  ['0.0.0.0', 'private'],
  ['100.64.0.1', 'private'],
  ['192.0.0.8', 'private'],
  ['192.88.99.1', 'private'],
  ['198.18.0.1', 'private'],
  ['224.0.0.1', 'private'],
  ['255.255.255.255', 'private'],
  ['::', 'private'],
  ['::10.0.0.1', 'private'],
  ['::7f00:1', 'private'],
  ['100::1', 'private'],
  ['2001:2::1', 'private'],
  ['5f00::1', 'private'],
  ['fe80::1', 'private'],
  ['fec0::1', 'private'],
  ['ff02::1', 'private'],
  ['64:ff9b::203.0.113.7', 'both'],
  ['64:ff9b::10.0.0.1', 'both'],
  ['64:ff9b:1::10.0.0.1', 'both'],
  ['2001::1', 'both'],
  ['2002:cb00:7107::1', 'both'],
  ['2002:7f00:1::1', 'both'],
]

describe.each(addresses)('%s', (address, kind) => {
  const isAllowed = ({ allowPrivate, allowPublic }: AllowedAddresses): boolean =>
    kind === 'own' ||
    (kind === 'private' && allowPrivate) ||
    (kind === 'public' && allowPublic) ||
    (kind === 'both' && allowPrivate && allowPublic)

  it.each<AllowedAddresses>([
    strict,
    { allowPrivate: true, allowPublic: false },
    { allowPrivate: false, allowPublic: true },
    { allowPrivate: true, allowPublic: true },
  ])('is called as its kind says under %o, as a number and behind a name', async (allowed) => {
    const url = `http://${address.includes(':') ? `[${address}]` : address}/hook`
    const call = (): void => check(url, allowed)
    if (isAllowed(allowed)) expect(call).not.toThrow()
    else expect(call).toThrow(/--allow-public-webhooks|allowPrivateAddresses/)
    expect((await lookUp([address], allowed)) === null).toBe(isAllowed(allowed))
  })
})

describe('a name with several addresses', () => {
  it('is not called when one of them is public', async () => {
    expect(await lookUp(['127.0.0.1', '203.0.113.7'], strict)).toMatchObject({
      name: 'AddressNotAllowedError',
      message: expect.stringMatching(/203\.0\.113\.7 is a public address.*--allow-public-webhooks/),
    })
  })
})
