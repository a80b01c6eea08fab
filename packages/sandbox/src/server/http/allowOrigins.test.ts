import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const page = { origin: 'https://crm.example.com' }
const asked = { 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization,x-trace' }

const vendorPaths = [
  '/v2/contacts',
  '/v3/message',
  '/v3/nowhere',
  '/tech/v2/users',
  '/tech/settings',
  '/whatomate/api/contacts',
  '/counters/ws_host/api_v3/any',
  '/integrations/counters/ws_host/api_v3/any',
]

describe('a page of another origin', () => {
  it.each(vendorPaths)('may call %s: its preflight needs no key', async (path) => {
    const sandbox = await startSandbox()
    const headers = { ...page, ...asked, authorization: '' }
    const preflight = await callSandbox(sandbox, `OPTIONS ${path}`, { headers })
    expect(preflight).toMatchObject({ status: 204, text: '' })
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': 'authorization,x-trace',
    })
  })

  it('reads every response of a vendor, errors included', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation: 'wazzup-v2.fetchChannels', fault: { kind: 'status', status: 503 } })
    const responses: [path: string, status: number][] = [
      ['/v2/users', 200],
      ['/v2/nowhere', 501],
      ['/v2/channels', 503],
      ['/v3/channels', 401],
      ['/whatomate/api/contacts', 401],
    ]
    for (const [path, status] of responses) {
      const response = await callSandbox(sandbox, `GET ${path}`, { headers: page })
      expect({ path, status: response.status }).toEqual({ path, status })
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
    const large = await fetch(`${sandbox.url}/v2/contacts`, {
      method: 'PATCH',
      body: 'x'.repeat(1_000_001),
      headers: page,
    })
    expect(large.status).toBe(413)
    expect(large.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each(['/_sandbox/requests', '/_sandbox/simulate/message', '/_sandbox/', '/livez', '/files/none', '/chat/', '/v2'])(
    'may not read %s',
    async (path) => {
      const sandbox = await startSandbox()
      for (const method of ['OPTIONS', 'GET']) {
        const response = await fetch(sandbox.url + path, { method, headers: { ...page, ...asked } })
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
      }
    },
  )
})
