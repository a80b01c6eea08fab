import { afterAll, beforeAll, expect, it } from 'vitest'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { post } from '../requests.ts'
import { startUpstream, type Upstream } from '../startUpstream.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(() => upstream.close())

const leaking = {
  'set-cookie': ['LEAK=1; Path=/', 'LEAK=2'],
  server: 'LEAK/1.0',
  'x-powered-by': 'LEAK',
  'x-request-id': 'LEAK',
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
  'cache-control': 'public, max-age=86400',
  'content-disposition': 'attachment; filename=LEAK',
  'content-language': 'LEAK',
  'content-location': 'https://LEAK.example',
  'content-security-policy': "default-src 'LEAK'",
  'clear-site-data': '"*"',
  etag: '"LEAK"',
  link: '<https://LEAK.example>; rel=preload',
  location: 'https://LEAK.example',
  refresh: '0; url=https://LEAK.example',
  'service-worker-allowed': '/',
  sourcemap: 'https://LEAK.example',
  'strict-transport-security': 'max-age=0',
  vary: '*',
  'www-authenticate': 'Basic realm=LEAK',
}

const url = 'http://127.0.0.1:9/chat/?token=t'
const bodies: Record<string, [type: string, text: string]> = {
  'a link with more fields': [
    'application/json',
    `{"url":"${url}","origin":"https://LEAK.example","token":"LEAK","__proto__":{"leak":"LEAK"},"error":{"code":"LEAK"}}`,
  ],
  'a link with markup': ['text/html', JSON.stringify({ url, html: '<b>LEAK</b>' })],
  HTML: ['text/html', '<html><script>LEAK</script></html>'],
  'an error': ['application/json', '{"error":{"code":"LEAK","description":"LEAK","data":{"fields":["LEAK"]}}}'],
  'an error as JSON of a problem': ['application/problem+json', '{"title":"LEAK","detail":"LEAK","instance":"/LEAK"}'],
}

it.each(
  Object.entries(bodies).flatMap(([name, [type, text]]) =>
    [200, 201, 302, 400, 401, 409, 429, 500, 503].map((status) => ({ name, type, text, status })),
  ),
)('nothing but known fields of a vendor passes: $status with $name', async ({ type, text, status }) => {
  upstream.onRequest((response) => response.writeHead(status, { ...leaking, 'content-type': type }).end(text))
  const backend = wazzupV2({ apiKey: 'key', baseUrl: upstream.url })
  const response = await createChatProxy({ backend, identify: identifyByCookie }).fetch(
    post('/chat/window', { scope: 'global' }),
  )
  const headers = Object.fromEntries(response.headers)
  const { 'retry-after': retryAfter, ...always } = headers
  expect(always).toEqual({
    'cache-control': 'no-store',
    'content-type': 'application/json',
    vary: 'origin, sec-fetch-site',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
  })
  expect(retryAfter ?? '1').toMatch(/^\d+$/)
  const sent = await response.text()
  expect(sent).not.toContain('LEAK')
  const parsed: object = JSON.parse(sent)
  if (response.status === 200) expect(parsed).toEqual({ url, origin: 'http://127.0.0.1:9', expiresAt: null })
  else expect(Object.keys(parsed)).toEqual(['error'])
})
