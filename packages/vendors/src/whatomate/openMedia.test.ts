import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { InvalidAnswerError, VendorRequestError } from '../errors.ts'
import { createPublicFetch } from '../http/findPublicFetch.ts'
import { createWhatomateClient } from './client.ts'
import { createWhatomate } from './createWhatomate.ts'
import { openMedia } from './openMedia.ts'

const loopback = [{ address: '127.0.0.1', family: 4 }]
const message_id = '7e3f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'

async function start(respond: RequestListener) {
  const requests: { url: string | undefined; key: unknown }[] = []
  const server = createServer((request, response) => {
    requests.push({ url: request.url, key: request.headers['x-api-key'] })
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // A TCP server has one.
  const open = () => createWhatomate({ apiKey: 'whm_key', baseUrl: `http://127.0.0.1:${port}`, retries: 0 }).openMedia
  return { requests, open, port }
}

it('streams the file of a message, with its type and size', async () => {
  const { open, requests } = await start((_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '3' }).end('abc')
  })
  const { body, mimeType, size } = await open()({ message_id, max_bytes: 3 })
  expect({ mimeType, size, text: await text(body) }).toEqual({ mimeType: 'image/png', size: 3, text: 'abc' })
  expect(requests).toEqual([{ url: `/api/media/${message_id}`, key: 'whm_key' }])
})

it('is handed over before its end, and no further than its reader asks', async () => {
  let isDone = false
  const { open } = await start((_, response) => {
    response.writeHead(200)
    const chunk = Buffer.alloc(64 * 1024)
    let left = 1_000
    const write = (): void => {
      for (; left > 0; left -= 1) if (!response.write(chunk)) return void response.once('drain', write)
      isDone = true
      response.end()
    }
    write()
  })
  const { body, size } = await open()({ message_id, max_bytes: 100_000_000 })
  expect(size).toBeUndefined()
  const reader = body.getReader()
  expect((await reader.read()).done).toBe(false)
  expect(isDone).toBe(false) // 64 MB do not fit between the two.
  await reader.cancel()
})

it.each([
  ['by its own length', { 'content-length': '4' }],
  ['as it comes', {}],
])('is refused where it is too long %s', async (_, headers) => {
  const { open } = await start((_request, response) => response.writeHead(200, headers).end('abcd'))
  const read = async (): Promise<string> => text((await open()({ message_id, max_bytes: 3 })).body)
  await expect(read()).rejects.toThrow(InvalidAnswerError)
})

it('ends with its signal', async () => {
  let isClosed = false
  const { open } = await start((_, response) => {
    response.writeHead(200).write('a')
    response.on('close', () => {
      isClosed = true
    })
  })
  const ended = new AbortController()
  const { body } = await open()({ message_id, max_bytes: 10 }, { signal: ended.signal })
  const read = text(body)
  ended.abort(new Error('Left.'))
  await expect(read).rejects.toThrow('Left.')
  await expect.poll(() => isClosed).toBe(true)
})

it('is not fetched from where a redirect leads', async () => {
  const { open, requests } = await start((_, response) => response.writeHead(302, { location: '/secret' }).end())
  await expect(open()({ message_id, max_bytes: 10 })).rejects.toThrow(InvalidAnswerError)
  expect(requests).toHaveLength(1)
})

it('may be missing', async () => {
  const { open } = await start((_, response) => response.writeHead(404).end('{"message":"No media found"}'))
  await expect(open()({ message_id, max_bytes: 100 })).rejects.toThrow(VendorRequestError)
})

it('sends nothing, and no key, where the name of a public host leads to this machine', async () => {
  const { requests, port } = await start((_, response) => response.end('abc'))
  const publicFetch = await createPublicFetch({ lookup: (_host, _options, done) => done(null, loopback) })
  const client = createWhatomateClient({ apiKey: 'whm_key', baseUrl: `http://chat.example.com:${port}`, retries: 0 })
  const opened = openMedia({ ...client, findMediaFetch: async () => publicFetch }, { message_id, max_bytes: 10 })
  await expect(opened).rejects.toMatchObject({ name: 'VendorUnavailableError', code: 'ERR_PRIVATE_ADDRESS' })
  expect(requests).toEqual([])
})

it.each([
  ['http://127.0.0.1:1', {}, false],
  ['https://chat.example.com', {}, true],
  ['https://chat.example.com', { fetch }, false],
])('checks addresses with the server at %s, unless the caller sends requests', async (baseUrl, options, isChecked) => {
  const client = createWhatomateClient({ apiKey: 'whm_key', baseUrl, ...options })
  expect((await client.findMediaFetch()) !== undefined).toBe(isChecked)
})
