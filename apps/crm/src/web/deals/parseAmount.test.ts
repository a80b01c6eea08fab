import { expect, it } from 'vitest'
import { parseAmount } from './parseAmount.ts'

it.each([
  ['', 0],
  ['8640', 864_000],
  ['8,640', 864_000],
  ['1,250.50', 125_050],
  ['1.250,5', 125_050],
  ['1 250 000', 125_000_000],
  ['0.05', 5],
  ['12,34', 1234],
])('reads %j as %d hundredths', (text, cents) => {
  expect(parseAmount(text)).toBe(cents)
})

it.each(['many', '-5', '1.2.3', '1,25,00'])('refuses %j', (text) => {
  expect(parseAmount(text)).toBeNaN()
})
