import { expect, it } from 'vitest'
import { createPlural } from './plural.ts'

it('chooses the form that the language has for a number', () => {
  const plural = createPlural('ru')({ one: '# сделка', few: '# сделки', many: '# сделок', other: '# сделки' })
  expect([1, 3, 5, 21, 11].map(plural)).toEqual(['1 сделка', '3 сделки', '5 сделок', '21 сделка', '11 сделок'])
})

it('uses the general form for those that are not given', () => {
  expect(createPlural('en')({ other: '# contacts' })(1)).toBe('1 contacts')
})

it('groups digits as the language does', () => {
  expect(createPlural('en')({ other: '# contacts' })(20_000)).toBe('20,000 contacts')
})
