import { expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const now = Date.UTC(2026, 2, 12, 12)

it('formats money with cents only where there are any', () => {
  const { money } = createFormats('en-GB')
  expect(money({ amountCents: 864_000, currency: 'EUR' })).toBe('€8,640')
  expect(money({ amountCents: 864_050, currency: 'EUR' })).toBe('€8,640.50')
})

it('tells a time from now in its largest unit', () => {
  const { relative } = createFormats('en')
  expect(relative(now - 2 * 3_600_000 - 60_000, now)).toBe('2 hr. ago')
  expect(relative(now + 3 * 86_400_000, now)).toBe('in 3 days')
  expect(relative(now - 30_000, now)).toBe('this minute')
})

it('formats a length of time', () => {
  const { duration } = createFormats('en')
  expect([90_000, 7_200_000, 172_800_000].map(duration)).toEqual(['1 min', '2 hr', '2 days'])
})

it('writes Arabic with the digits of phone numbers', () => {
  expect(createFormats('ar-u-nu-latn').number(20_000)).toBe('20,000')
})
