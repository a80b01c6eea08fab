import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it('allows a page only its own files and the vendor’s frame', async () => {
  const crm = await startTestCrm({ wazzupUrl: 'https://api.wazzup24.com' })
  const { headers } = await crm.visitor().get('/')
  expect(headers.get('content-security-policy')?.split('; ').sort()).toMatchInlineSnapshot(`
    [
      "base-uri 'none'",
      "connect-src 'self' https://*.wazzup24.com",
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "frame-src https://*.wazzup24.com",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
    ]
  `)
})

it('sends the headers with every response', async () => {
  const crm = await startTestCrm()
  for (const path of ['/', '/contacts', '/assets/index-abc.js', '/api/me', '/api/nothing', '/chat/session', '/livez']) {
    const { headers } = await crm.visitor().get(path)
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('no-referrer')
  }
})
