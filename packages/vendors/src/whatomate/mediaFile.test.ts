import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError, VendorRequestError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const bytes = new Uint8Array([0, 255, 13, 10, 200])

async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const known = request.url === '/api/media/m-1' && request.headers['x-api-key'] === apiKey
    response.writeHead(known ? 200 : 401, { 'content-type': 'image/png' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

describe('fetchMedia', () => {
  it('gives the bytes of a file and its type', async () => {
    const file = await createWhatomate({ apiKey, baseUrl: await serve() }).fetchMedia({ message_id: 'm-1' })
    expect(file.type).toBe('image/png')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  })

  it('is refused for a message without a file, and goes nowhere else', async () => {
    const json = { status: 'error', message: 'No media found', data: null }
    const { url, requests } = await startVendor(() => ({ status: 404, json }))
    const client = createWhatomate({ apiKey, baseUrl: url })
    await expect(client.fetchMedia({ message_id: 'm-1' })).rejects.toThrow(VendorRequestError)
    await expect(client.fetchMedia({ message_id: '../users' })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(1)
  })
})
