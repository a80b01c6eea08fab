import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { httpTo, ok, read, send } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { InvalidAnswerError } from '../errors.ts'
import { sendRequest } from './sendRequest.ts'

const ways = { undici: {}, 'a fetch of the caller': { fetch: (...given: Parameters<typeof fetch>) => fetch(...given) } }

describe.each(Object.entries(ways))('a request by %s', (_, options) => {
  it('carries the credential and the body, and reads the response', async () => {
    const vendor = await startVendor(() => ok)
    await expect(sendRequest(httpTo(vendor.url, options), send)).resolves.toEqual({ ok: true })
    expect(vendor.requests).toMatchObject([
      { method: 'POST', headers: { authorization: 'Bearer key-of-the-account' }, body: { text: 'hello' } },
    ])
  })

  it('is cancelled at the vendor when its signal aborts', async () => {
    let [asked, closed] = [0, 0]
    const server = createServer((_request, response) => {
      asked += 1
      response.on('close', () => {
        closed += 1
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo // A TCP server has a port.
    const left = new AbortController()
    const http = httpTo(`http://127.0.0.1:${port}`, options)
    const result = sendRequest(http, { ...read, signal: left.signal }).catch((error: unknown) => error)
    await until(() => expect(asked).toBe(1))
    left.abort(new Error('the page was left'))
    expect(String(await result)).toContain('the page was left')
    await until(() => expect(closed).toBe(1))
    expect(asked).toBe(1)
  })

  it('does not follow a redirect, nor reads a response that is too long', async () => {
    const elsewhere = await startVendor(() => ok)
    const vendor = await startVendor((_request, index) =>
      index === 0 ? { status: 307, headers: { location: elsewhere.url } } : { text: 'x'.repeat(2_000) },
    )
    const http = httpTo(vendor.url, { ...options, maxAnswerBytes: 1_000 })
    await expect(sendRequest(http, read)).rejects.toThrow(InvalidAnswerError)
    await expect(sendRequest(http, read)).rejects.toThrow('returned more than 1000 bytes')
    expect(elsewhere.requests).toEqual([])
  })

  it('waits as long as a vendor asks it to', async () => {
    const vendor = await startVendor((_request, index) =>
      index === 0 ? { status: 429, headers: { 'retry-after': '1' } } : ok,
    )
    const waits: number[] = []
    const clock = {
      now: () => 0,
      elapsed: () => 0,
      async sleep(ms: number) {
        if (ms === 10_000) return new Promise<void>(() => undefined) // The deadline.
        waits.push(ms)
      },
    }
    await sendRequest(httpTo(vendor.url, { ...options, clock }), read)
    expect(waits).toEqual([1_000])
  })
})
