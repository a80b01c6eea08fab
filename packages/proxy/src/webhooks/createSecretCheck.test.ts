import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSecretCheck } from './createSecretCheck.ts'

const secret = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'),
  minLength: 20,
  maxLength: 128,
})

it('is true for each secret, and for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.string({ maxLength: 200 }),
      async (secrets, other) => {
        const isSecret = createSecretCheck(secrets)
        for (const own of secrets) {
          expect(await isSecret(own)).toBe(true)
          for (const near of [
            own.slice(1),
            own.slice(0, -1),
            `${own}a`,
            `${own}\0`,
            `${own.slice(0, -1)}!`,
            `${own}${own}`,
          ]) {
            expect(await isSecret(near)).toBe(secrets.includes(near))
          }
        }
        expect(await isSecret(other)).toBe(secrets.includes(other))
        expect(await isSecret('')).toBe(false)
      },
    ),
  )
})
