import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { httpTo, read } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { findNetworkCode } from './findNetworkCode.ts'
import { sendRequest } from './sendRequest.ts'

it.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'UND_ERR_SOCKET',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])('finds %s in whatever depth', (code) => {
  const innermost = Object.assign(new Error('inner'), { code })
  const many = new AggregateError([innermost], 'several addresses')
  expect(findNetworkCode(new TypeError('fetch failed', { cause: many }))).toBe(code)
})

it.each(['CANARY-KEY', 'CANARYKEY', 'E', 'EKEY0123', 'SECRET_KEY', 7, null])('never returns %j', (code) => {
  expect(findNetworkCode(Object.assign(new Error('x'), { code }))).toBeUndefined()
})

it('does not follow circular causes for ever', () => {
  const error = new Error('x')
  error.cause = error
  expect(findNetworkCode(error)).toBeUndefined()
})

it.each([['undici', undefined] as const, ['fetch', (...given: Parameters<typeof fetch>) => fetch(...given)] as const])(
  'is in the error of a request by %s',
  async (_, ownFetch) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // A TCP server has a port.
    await new Promise((resolve) => server.close(resolve))
    const options = { retries: 0, ...(ownFetch && { fetch: ownFetch }) }
    const lost = sendRequest(httpTo(`http://127.0.0.1:${port}`, options), read)
    await expect(lost).rejects.toMatchObject({ name: 'VendorUnavailableError', code: 'ECONNREFUSED' })
    const vendor = await startVendor(() => 'cut')
    await expect(sendRequest(httpTo(vendor.url, options), read)).rejects.toMatchObject({
      code: expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/),
    })
  },
)
