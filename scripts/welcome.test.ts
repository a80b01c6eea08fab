import { expect, it } from 'vitest'
import { toWelcome } from './welcome.ts'

const urls = { crmUrl: 'http://127.0.0.1:3000', sandboxUrl: 'http://127.0.0.1:4010' }

it("shows the sandbox's key, and how another server uses it", () => {
  const text = toWelcome({ ...urls, key: undefined })
  expect(text).toContain("    apiKey: 'sandbox_wazzup',\n    baseUrl: 'http://127.0.0.1:4010',\n")
})

it('does not print a key of the environment, which may be a real one', () => {
  const text = toWelcome({ ...urls, key: 'a-real-key' })
  expect(text).toContain('apiKey: process.env.WAZZUP_API_KEY,')
  expect(text).not.toContain('a-real-key')
})
