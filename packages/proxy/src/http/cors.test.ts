import { requestHeader } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { crmUrl, get, post } from '../../test/requests.ts'
import { createChatProxy } from '../createChatProxy.ts'

const origin = 'https://app.example.org'
const proxy = createChatProxy({
  backend: createScriptedBackend(),
  identify: identifyByCookie,
  allowedOrigins: [origin],
})

function preflight(headers: Record<string, string>, path = '/chat/window'): Request {
  return new Request(crmUrl + path, { method: 'OPTIONS', headers: { 'sec-fetch-site': 'cross-site', ...headers } })
}

function corsOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control')))
}

const readable = {
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'retry-after, x-request-id',
}

describe('a page of an allowed origin', () => {
  it('learns from the preflight what it may send', async () => {
    const response = await proxy.fetch(preflight({ origin, 'access-control-request-method': 'POST' }))
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    expect(corsOf(response)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-max-age': '600',
    })
    const allowed = response.headers.get('access-control-allow-headers')?.split(', ')
    expect(allowed).toEqual(expect.arrayContaining(['content-type', requestHeader.name]))
    expect(response.headers.get('vary')).toContain('origin')
  })

  it.each([
    ['a success', post('/chat/window', { scope: 'global' }, { origin, 'sec-fetch-site': 'cross-site' }), 200],
    ['a stream', get('/chat/events', { origin, 'sec-fetch-site': 'cross-site' }), 200],
    ['a refusal', get('/chat/session', { origin, 'sec-fetch-site': 'cross-site', cookie: '' }), 401],
    ['an unknown path', get('/chat/none', { origin, 'sec-fetch-site': 'cross-site' }), 404],
  ])('may read the response: %s', async (_, request, status) => {
    const response = await proxy.fetch(request)
    expect(response.status).toBe(status)
    expect(corsOf(response)).toEqual(readable)
    expect(response.headers.get('vary')).toContain('origin')
    await response.body?.cancel()
  })
})

describe('any other page', () => {
  it.each(['https://evil.com', 'https://app.example.org.evil.com', 'http://app.example.org', 'null', crmUrl])(
    'gets no CORS header: %s',
    async (other) => {
      const response = await proxy.fetch(preflight({ origin: other, 'access-control-request-method': 'POST' }))
      expect(response.status).toBe(405)
      expect(corsOf(response)).toEqual({})
      expect(corsOf(await proxy.fetch(get('/chat/session', { origin: other })))).toEqual({})
    },
  )

  it('gets no preflight at a path without an operation, or without asking for a method', async () => {
    const asking = { origin, 'access-control-request-method': 'POST' }
    expect((await proxy.fetch(preflight(asking, '/chat/none'))).status).toBe(404)
    expect((await proxy.fetch(preflight({ origin }))).status).toBe(405)
  })
})
