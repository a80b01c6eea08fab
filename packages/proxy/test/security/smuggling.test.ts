import { requestHeader } from '@crm-chat/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { toNode } from '../../src/node/toNode.ts'
import { exchangeRaw } from '../exchangeRaw.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { type RunningServer, startServer } from '../startServer.ts'
import { respondWithLink, startUpstream, type Upstream } from '../startUpstream.ts'

let upstream: Upstream
let proxy: ChatProxy
let crm: RunningServer

beforeEach(async () => {
  upstream = await startUpstream()
  upstream.onRequest(respondWithLink)
  proxy = createChatProxy({
    backend: wazzupV2({ apiKey: 'key-of-the-account', baseUrl: upstream.url }),
    identify: identifyByCookie,
  })
  crm = await startServer(toNode(proxy))
})

afterEach(async () => {
  await proxy.close()
  await crm.close()
  await upstream.close()
})

const body = JSON.stringify({ scope: 'global' })
const ours = `${requestHeader.name}: ${requestHeader.value}\r\nContent-Type: application/json\r\n`

/** A request for a link, with further header lines. */
function toRequest({
  lines = '',
  content = body,
  user = 'ann',
}: {
  lines?: string
  content?: string
  user?: string
} = {}): string {
  const length = /^content-length/im.test(lines) ? '' : `Content-Length: ${content.length}\r\n`
  const head = `POST /chat/window HTTP/1.1\r\nHost: crm.example.com\r\nCookie: session=${user}\r\n${ours}`
  return `${head}${length}${lines}\r\n${content}`
}

const send = (text: string): Promise<string> => exchangeRaw({ url: crm.url, text })

describe('a request hidden in the body of another one', () => {
  /** By its length this is a body, and no JSON; read as chunks it ends at once, and Bob's request follows. */
  const hidden = `0\r\n\r\n${toRequest({ user: 'bob' })}`

  it.each([
    ['a length and chunks', 'Transfer-Encoding: chunked\r\n'],
    ['chunks in other letters', 'tRANSFER-eNCODING: cHUNKED\r\n'],
    ['chunks after another coding', 'Transfer-Encoding: identity, chunked\r\n'],
    ['chunks before another coding', 'Transfer-Encoding: chunked, identity\r\n'],
    ['chunks twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n'],
    ['an unknown coding', 'Transfer-Encoding: xchunked\r\n'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\n'],
    ['a tab before the value', 'Transfer-Encoding:\tchunked\r\n'],
    ['a vertical tab before the value', 'Transfer-Encoding: \u000bchunked\r\n'],
    ['a folded value', 'Transfer-Encoding:\r\n chunked\r\n'],
    ['a folded line', 'X-Other: a\r\n Transfer-Encoding: chunked\r\n'],
    ['a line that ends with LF', 'X-Other: a\nTransfer-Encoding: chunked\r\n'],
    ['a line that ends with CR', 'X-Other: a\rTransfer-Encoding: chunked\r\n'],
    ['a NUL', 'X-Other: a\u0000\r\nTransfer-Encoding: chunked\r\n'],
    ['two lengths', `Content-Length: 5\r\nContent-Length: ${hidden.length}\r\n`],
    ['two lengths in the other order', `Content-Length: ${hidden.length}\r\nContent-Length: 5\r\n`],
    ['two lengths in one line', `Content-Length: 5, ${hidden.length}\r\n`],
    ['a length with a sign', 'Content-Length: +5\r\n'],
    ['a length of another base', 'Content-Length: 0x5\r\n'],
    ['a length below 0', 'Content-Length: -5\r\n'],
  ])('is not served: %s', async (_, lines) => {
    expect(await send(toRequest({ lines, content: hidden }))).toMatch(/^HTTP\/1\.1 (4|501)/)
    expect((await send(toRequest())).slice(0, 15)).toBe('HTTP/1.1 200 OK')
    expect(upstream.requests.map((request) => JSON.parse(request.body).user.id)).toEqual(['1'])
  })

  it.each([
    ['a size with a prefix', `0x${body.length.toString(16)}`],
    ['a size with a sign', `+${body.length.toString(16)}`],
    ['a size beyond all numbers', 'ffffffffffffffff1'],
    ['no size', ''],
  ])('is not served behind chunks with %s', async (_, size) => {
    const chunked = `${size}\r\n${body}\r\n0\r\n\r\n${toRequest({ user: 'bob' })}`
    await send(
      toRequest({ lines: 'Transfer-Encoding: chunked\r\n', content: chunked }).replace(/Content-Length.*\r\n/, ''),
    )
    expect(upstream.requests).toEqual([])
  })
})

it.each([
  ['names headers of the connection', 'Connection: close, x-user, authorization\r\nX-User: 2\r\n'],
  ['names another user', 'X-User-Id: 2\r\nX-CRM-User: 2\r\nX-Forwarded-User: bob\r\nX-Remote-User: bob\r\n'],
  [
    'names another address',
    'X-Forwarded-For: 10.0.0.1\r\nForwarded: for=10.0.0.1\r\nX-Real-IP: 10.0.0.1\r\nVia: 1.1 a\r\n',
  ],
  ['names another host', 'X-Forwarded-Host: evil.com\r\nX-Forwarded-Proto: http\r\nX-Original-URL: /v2/users\r\n'],
  ['names another method', 'X-HTTP-Method-Override: DELETE\r\nX-Rewrite-URL: /v2/users\r\n'],
  ['has credentials of its own', 'Authorization: Basic ZXZpbA==\r\nProxy-Authorization: Basic ZXZpbA==\r\n'],
  ['asks for a tunnel of its own', 'TE: trailers\r\nKeep-Alive: timeout=9\r\nProxy-Connection: keep-alive\r\n'],
])('a request that %s reaches the vendor byte for byte like any other', async (_, lines) => {
  await send(toRequest())
  await send(toRequest({ lines }))
  const [plain, changed] = upstream.requests
  expect(upstream.requests).toHaveLength(2)
  expect(changed).toEqual(plain)
})

it.each([
  ['two origins, ours first', 'Origin: http://crm.example.com\r\nOrigin: https://evil.com\r\n'],
  ['two origins, ours last', 'Origin: https://evil.com\r\nOrigin: http://crm.example.com\r\n'],
  ['our header twice', `${requestHeader.name}: ${requestHeader.value}\r\n`],
  ['two content types', 'Content-Type: text/plain\r\n'],
])('a request with a header that it has twice is not served by one of them: %s', async (_, lines) => {
  const response = await send(toRequest({ lines }))
  expect(response).not.toMatch(/^HTTP\/1\.1 200/)
  expect(upstream.requests).toEqual([])
})
