import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import { httpTo, ok, read, send } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidAnswerError, VendorAuthError, VendorRequestError, VendorUnavailableError } from '../errors.ts'
import { createHttp } from './createHttp.ts'
import { sendRequest } from './sendRequest.ts'

describe('a request', () => {
  it('carries the credential, the query and the body', async () => {
    const vendor = await startVendor(() => ok)
    await sendRequest(httpTo(`${vendor.url}/base/`), {
      ...send,
      query: { offset: 0, name: 'a&b', left: undefined },
      headers: { 'x-organization': '7' },
    })
    expect(vendor.requests).toMatchObject([
      {
        method: 'POST',
        url: '/base/messages?offset=0&name=a%26b',
        headers: {
          authorization: 'Bearer key-of-the-account',
          'content-type': 'application/json',
          'x-organization': '7',
        },
        body: { text: 'hello' },
      },
    ])
  })

  it('carries a form as a form', async () => {
    const vendor = await startVendor(() => ok)
    const form = new FormData()
    form.append('file', new Blob(['hello']), 'hello.txt')
    await sendRequest(httpTo(vendor.url), { ...send, body: form })
    expect(vendor.requests[0]?.headers['content-type']).toContain('multipart/form-data; boundary=')
  })

  it.each([
    ['Node’s own client', {}],
    ['fetch', { fetch: globalThis.fetch }],
  ])('by %s does not follow a redirect, which would carry the key away', async (_, options) => {
    const elsewhere = await startVendor(() => ok)
    const vendor = await startVendor(() => ({ status: 302, headers: { location: elsewhere.url } }))
    await expect(sendRequest(httpTo(vendor.url, options), read)).rejects.toThrow(InvalidAnswerError)
    expect(elsewhere.requests).toHaveLength(0)
  })
})

describe('an answer', () => {
  it('may be empty', async () => {
    const vendor = await startVendor(() => ({ status: 200 }))
    await expect(sendRequest(httpTo(vendor.url), { ...read, answer: z.unknown() })).resolves.toBeUndefined()
  })

  it('is read as bytes on request', async () => {
    const vendor = await startVendor(() => ({ text: 'bytes' }))
    const blob = await sendRequest(httpTo(vendor.url), {
      ...read,
      answer: z.instanceof(Blob),
      read: (response) => response.blob(),
    })
    expect(await blob.text()).toBe('bytes')
  })

  it.each([200, 500])('%i that has no end is given up, whatever it says of its length', async (status) => {
    let isGivenUp = false
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.on('close', () => {
        isGivenUp = true
      })
      const pour = (): void => {
        while (!response.destroyed && response.write(' '.repeat(10_000)));
        response.once('drain', pour)
      }
      pour()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo // A TCP server has a port.
    const http = httpTo(`http://127.0.0.1:${port}`, { maxAnswerBytes: 100_000 })
    await expect(sendRequest(http, read)).rejects.toThrow(
      new InvalidAnswerError('GET /things returned more than 100000 bytes.'),
    )
    await vi.waitFor(() => expect(isGivenUp).toBe(true), 10_000)
  })

  it('in an unknown shape says where it is not as expected', async () => {
    const vendor = await startVendor(() => ({ json: { ok: 'yes' } }))
    await expect(sendRequest(httpTo(vendor.url), read)).rejects.toThrow(
      new InvalidAnswerError('GET /things returned 200 in an unknown shape; invalid: ok.'),
    )
  })

  it.each([
    [400, VendorRequestError],
    [404, VendorRequestError],
    [401, VendorAuthError],
    [403, VendorAuthError],
  ])('%i is an error of its own, and is not repeated', async (status, type) => {
    const vendor = await startVendor(() => ({ status, json: { error: 'FORBIDDEN' } }))
    const error = await sendRequest(httpTo(vendor.url), read).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(type)
    expect(error).toMatchObject({ status, code: 'FORBIDDEN' })
    expect(vendor.requests).toHaveLength(1)
  })
})

describe('a credential that was refused', () => {
  it('is renewed once, and the request goes again', async () => {
    const vendor = await startVendor((request) =>
      request.headers.authorization === 'Bearer new' ? ok : { status: 401 },
    )
    let token = 'old'
    const renewCredential = vi.fn(async () => {
      token = 'new'
      return true
    })
    const http = createHttp({
      baseUrl: vendor.url,
      credential: () => ({ authorization: `Bearer ${token}` }),
      renewCredential,
      secrets: () => [token],
      options: {},
    })
    await expect(sendRequest(http, send)).resolves.toEqual({ ok: true })
    expect(renewCredential).toHaveBeenCalledOnce()
    expect(vendor.requests).toHaveLength(2)
  })
})

describe('a server that cannot be reached', () => {
  it('has not been sent anything', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // A TCP server has a port.
    await new Promise((resolve) => server.close(resolve))
    const http = httpTo(`http://127.0.0.1:${port}`)
    await expect(sendRequest(http, send)).rejects.toThrow(VendorUnavailableError)
  })
})
