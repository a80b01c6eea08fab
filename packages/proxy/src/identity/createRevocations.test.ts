import { expect, it } from 'vitest'
import { createRevocations } from './createRevocations.ts'

it('remembers a logout since a mark, and none before it', () => {
  const revocations = createRevocations()
  const before = revocations.mark()
  revocations.revoke('1')
  const after = revocations.mark()
  expect(revocations.isRevoked({ userId: '1', since: before })).toBe(true)
  expect(revocations.isRevoked({ userId: '2', since: before })).toBe(false)
  expect(revocations.isRevoked({ userId: '1', since: after })).toBe(false)
})

it('says that it does not know once it has forgotten, and never that a user is logged in', () => {
  const revocations = createRevocations()
  const before = revocations.mark()
  for (let user = 0; user <= 10_000; user += 1) revocations.revoke(String(user))
  expect(revocations.isRevoked({ userId: '0', since: before })).toBe('unknown')
  expect(revocations.isRevoked({ userId: '10000', since: before })).toBe(true)
  expect(revocations.isRevoked({ userId: '0', since: revocations.mark() })).toBe(false)
})
