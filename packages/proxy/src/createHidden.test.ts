import { expect, it } from 'vitest'
import { createHidden } from './createHidden.ts'

it('takes a value out that came with a request, as it is, in JSON and in a form', () => {
  const { hide, redact } = createHidden()
  const password = 'pa"ss w/ord'
  hide({ login: 'anna', password, short: 'a', flag: true })
  const forms = [password, JSON.stringify(password), new URLSearchParams({ password }).toString()]
  expect(redact(`a ${forms.join(' ')}`)).toBe('a [credential] "[credential]" password=[credential]')
})

it('takes the whole of a value out whose beginning is another', () => {
  const { hide, redact } = createHidden()
  hide({ login: 'anna', password: 'anna-2030' })
  expect(redact('anna anna-2030')).toBe('[credential] [credential]')
})

it('remembers the 200 latest values', () => {
  const { hide, redact } = createHidden()
  for (let index = 1_000; index <= 1_200; index += 1) hide({ token: `token-${index}` })
  expect(redact('token-1000 token-1001 token-1200')).toBe('token-1000 [credential] [credential]')
})
