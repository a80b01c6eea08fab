import { describe, expect, it } from 'vitest'
import { createSeal } from './createSeal.ts'

const secret = 'a secret of 32 characters or more'
const seal = createSeal({ secret, prefix: 'crm' })

describe('a sealed text', () => {
  it('is read again, and shows nothing of itself', () => {
    for (const text of ['', 'Pay +79990000001', 'Привет 👋', 'x'.repeat(100_000)]) {
      const sealed = seal.seal('place', text)
      expect(seal.unseal('place', sealed)).toBe(text)
      expect(createSeal({ secret, prefix: 'crm' }).unseal('place', sealed)).toBe(text)
      if (text !== '') expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false)
    }
  })

  it('is never the same twice', () => {
    const sealed = new Set(Array.from({ length: 1_000 }, () => seal.seal('place', 'text')))
    expect(sealed.size).toBe(1_000)
  })

  it('is worth nothing at another place, with another secret, or changed in one bit', () => {
    const sealed = seal.seal('place', 'text')
    expect(seal.unseal('other', sealed)).toBeUndefined()
    expect(createSeal({ secret: `${secret}.`, prefix: 'crm' }).unseal('place', sealed)).toBeUndefined()
    const bytes = Buffer.from(sealed, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(seal.unseal('place', changed.toString('base64url'))).toBeUndefined()
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(seal.unseal('place', sealed.slice(0, length))).toBeUndefined()
    }
    for (const text of [`${sealed}AAAA`, `${sealed} `, `${sealed}=`]) expect(seal.unseal('place', text)).toBeUndefined()
  })
})

it('a signature is the same each time, and another one for another place, text and secret', () => {
  const own = seal.sign('place', 'done')
  expect(seal.sign('place', 'done')).toBe(own)
  const others = [
    seal.sign('other', 'done'),
    seal.sign('place', 'else'),
    createSeal({ secret: `${secret}.`, prefix: 'crm' }).sign('place', 'done'),
  ]
  expect(new Set([own, ...others]).size).toBe(4)
})
