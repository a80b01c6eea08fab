import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../test/callSandbox.ts'
import { requestRaw } from '../test/requestRaw.ts'
import { startSandbox } from '../test/startSandbox.ts'

describe('the sandbox', () => {
  it('reports that it is up', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'GET /livez')
    expect({ status, json }).toEqual({ status: 200, json: { status: 'ok' } })
  })

  it.each(['GET /', 'GET /v1/anything', 'POST /livez', 'GET /%ff'])('responds 404 to %s', async (route) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, route)
    expect({ status, json }).toEqual({ status: 404, json: refusal('NOT_FOUND') })
  })

  it('forbids browsers to guess the type of any response', async () => {
    const { url } = await startSandbox()
    const paths = ['/livez', '/nowhere', '/v2/users', '/v2/nowhere', '/_sandbox/', '/chat/', '/whatomate/api/contacts']
    for (const path of paths) {
      expect((await fetch(url + path)).headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('accepts only local host names, over HTTP and over its sockets', async () => {
    const sandbox = await startSandbox()
    const paths = ['/livez', '/chat/', '/_sandbox/messages', '/v2/iframe']
    for (const host of ['evil.example', `evil.example:${sandbox.port}`, '127.0.0.1.evil.example', '192.168.0.1']) {
      for (const path of paths) expect(await requestRaw(sandbox, { path, host })).toBe(403)
      expect(await requestRaw(sandbox, { path: handshake, host })).toBe(403)
    }
    for (const host of ['localhost', `localhost:${sandbox.port}`, `127.0.0.1:${sandbox.port}`, '[::1]:80']) {
      expect(await requestRaw(sandbox, { path: '/livez', host })).toBe(200)
      expect(await requestRaw(sandbox, { path: handshake, host })).toBe(200)
    }
  })

  it('survives any JSON it is sent', async () => {
    const sandbox = await startSandbox()
    const routes = ['POST /v2/iframe', 'POST /v2/send_message', 'PATCH /v2/contacts', 'POST /_sandbox/simulate/message']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), hostileBody, async (route, body) => {
        const { status, json } = await callSandbox(sandbox, route, { body })
        expect({ status, json }).toEqual({ status: 400, json: refusal(expect.stringMatching(/^[A-Z_]+$/)) })
      }),
      { numRuns: 300 },
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

const handshake = '/socket.io/?EIO=4&transport=polling'

const fieldNames = [
  'chatType',
  'chatId',
  'channelId',
  'text',
  'content',
  'user',
  'scope',
  'filter',
  'activeChat',
  'id',
  'chats',
]

/** Anything JSON can say; often with the right names and the wrong values, or with names that mean something to JavaScript. */
const hostileBody = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...fieldNames), fc.jsonValue()),
  fc.array(fc.dictionary(fc.constantFrom(...fieldNames), fc.jsonValue()), { minLength: 1 }),
  fc.jsonValue().map((value) => JSON.parse(`{"__proto__": {"polluted": 1}, "toString": ${JSON.stringify(value)}}`)),
)
