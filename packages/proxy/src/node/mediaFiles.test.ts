import { afterEach, describe, expect, it } from 'vitest'
import { createFullBackend } from '../../test/createFullBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import type { IncomingFile } from '../backend.ts'
import { createChatProxy } from '../createChatProxy.ts'
import { toNode } from './toNode.ts'

/** Parts of a stream's source that these tests play. */
interface Source {
  pull: (controller: Pick<ReadableStreamDefaultController<Uint8Array>, 'close' | 'enqueue' | 'error'>) => void
  cancel?: () => void
}

const servers: RunningServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** Serves one file of the vendor, which arrives as the test decides. */
async function serve(file: Omit<IncomingFile, 'body' | 'name'> & { source: Source }) {
  const { backend } = createFullBackend()
  const { source, ...rest } = file
  const body = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 })
  if (backend.media) backend.media.open = async () => ({ ...rest, body, name: 'photo.png' })
  const chat = createChatProxy({ backend, identify: () => ({ id: '1', name: 'Ann' }), authorizeChats: () => true })
  const server = await startServer(toNode(chat))
  servers.push(server)
  return `${server.url}/chat/media/f-1`
}

const chunk = new Uint8Array(65_536).fill(7)

/** A source of so many chunks, which counts those that were taken. */
function chunks(count: number) {
  let taken = 0
  let cancelled = false
  const source: Source = {
    pull: (controller) => {
      if (taken >= count) return controller.close()
      taken += 1
      controller.enqueue(chunk)
    },
    cancel: () => {
      cancelled = true
    },
  }
  return { source, taken: () => taken, isCancelled: () => cancelled }
}

describe('a file of the vendor, through a Node server', () => {
  it('arrives whole, with its size', async () => {
    const { source } = chunks(16)
    const response = await fetch(await serve({ source, mimeType: 'image/png', size: 16 * 65_536 }))
    expect(response.headers.get('content-length')).toBe(String(16 * 65_536))
    expect((await response.arrayBuffer()).byteLength).toBe(16 * 65_536)
  })

  it('is not read for HEAD', async () => {
    const { source, taken, isCancelled } = chunks(1_000)
    const response = await fetch(await serve({ source, mimeType: 'image/png', size: undefined }), { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    await eventually(() => expect(isCancelled()).toBe(true))
    expect(taken()).toBeLessThan(10)
  })

  it('is read no faster than by its reader, and no longer', async () => {
    const { source, taken, isCancelled } = chunks(700)
    const abort = new AbortController()
    const url = await serve({ source, mimeType: 'video/mp4', size: undefined })
    const response = await fetch(url, { signal: abort.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    // A server that reads on would have taken all of it while it responds to these.
    for (let request = 0; request < 100; request += 1) await (await fetch(url.replace('media/f-1', 'session'))).text()
    expect(taken()).toBeLessThan(600)
    abort.abort()
    await eventually(() => expect(isCancelled()).toBe(true))
  })

  it.each<[string, Source, number | undefined]>([
    ['ends early', chunks(1).source, 2 * 65_536],
    ['has more than 50 MB', chunks(900).source, undefined],
    [
      'breaks off',
      { pull: (controller: { error: (error: Error) => void }) => controller.error(new Error('cut')) },
      undefined,
    ],
  ])('ends the connection where it %s', async (_, source, size) => {
    const response = await fetch(await serve({ source, mimeType: 'image/png', size })).catch(() => null)
    const read = response ? response.arrayBuffer() : Promise.reject(new Error('No response.'))
    await expect(read).rejects.toThrow()
  })

  it('ends where it was announced to end, and the connection with it', async () => {
    const url = await serve({ source: chunks(3).source, mimeType: 'image/png', size: 65_536 })
    const response = await fetch(url)
    expect((await response.arrayBuffer()).byteLength).toBe(65_536)
    expect((await fetch(url.replace('media/f-1', 'session'))).status).toBe(200)
  })

  it('is refused where the vendor announces more than 50 MB', async () => {
    const { source, taken, isCancelled } = chunks(1)
    const response = await fetch(await serve({ source, mimeType: 'image/png', size: 51 * 1024 * 1024 }))
    expect(response.status).toBe(413)
    expect([taken(), isCancelled()]).toEqual([0, true])
  })

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'application/pdf', 'text/javascript'])(
    'is a download where a browser could run it: %s',
    async (mimeType) => {
      const { source } = chunks(1)
      const response = await fetch(await serve({ source, mimeType, size: undefined }))
      expect(response.headers.get('content-type')).toBe('application/octet-stream')
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
      await response.arrayBuffer()
    },
  )
})
