import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OutgoingFile } from '../backend.ts'
import { type Clock, systemClock } from '../clock.ts'
import { ChatProxyError } from '../errors.ts'
import type { FileStore } from '../files/fileStore.ts'

/** Options of {@link loopbackFiles}. */
export interface LoopbackFilesOptions {
  /** Bytes of all files; the oldest go first. @default 256 MiB */
  maxBytes?: number
  /** Time for which a link works. @default 600_000 */
  keepMs?: number
  /** Time, for tests. */
  clock?: Clock
}

/** Files in the memory of this process, and the server that hands them out. */
export interface LoopbackFiles extends FileStore {
  close: () => Promise<void>
}

interface Kept {
  file: OutgoingFile
  until: number
}

/**
 * Keeps files for a vendor on this machine, e.g. the sandbox: they are served on a free port of 127.0.0.1, which no vendor on
 * the internet can reach. For those, store files where your CRM keeps its own, and return signed links.
 * @example createChatProxy({ ...options, files: loopbackFiles() })
 */
export function loopbackFiles({
  maxBytes = 256 * 1024 * 1024,
  keepMs = 600_000,
  clock = systemClock,
}: LoopbackFilesOptions = {}): LoopbackFiles {
  /** By the path of their links, the oldest first. */
  const kept = new Map<string, Kept>()
  let bytes = 0
  const server = createServer((request, response) => respond({ request, response, find }))
  server.unref()
  let listening: Promise<string> | undefined

  function drop(path: string): void {
    bytes -= kept.get(path)?.file.bytes.byteLength ?? 0
    kept.delete(path)
  }

  function find(path: string): OutgoingFile | undefined {
    for (const [old, { until }] of kept) if (until <= clock.elapsed()) drop(old)
    return kept.get(path)?.file
  }

  return {
    storeFile: async ({ user: _, ...file }) => {
      const size = file.bytes.byteLength
      if (size > maxBytes) throw new ChatProxyError(`The file is larger than ${maxBytes} bytes.`)
      listening ??= listen(server)
      const origin = await listening
      for (const [old] of kept) if (bytes + size > maxBytes) drop(old)
      const path = `/${randomBytes(32).toString('base64url')}/${encodeURIComponent(file.name)}`
      kept.set(path, { file, until: clock.elapsed() + keepMs })
      bytes += size
      return { url: origin + path, expiresAt: new Date(clock.now() + keepMs).toISOString() }
    },
    readFile: async (url) => {
      const origin = await listening
      return origin !== undefined && url.startsWith(`${origin}/`) ? find(url.slice(origin.length)) : undefined
    },
    close: async () => {
      if (!listening) return
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) // A TCP server's address is no string.
    })
  })
}

function respond({
  request: { method, url = '' },
  response,
  find,
}: {
  request: IncomingMessage
  response: ServerResponse
  find: (path: string) => OutgoingFile | undefined
}): void {
  if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
  const file = find(url)
  if (!file) return void response.writeHead(404).end()
  response
    .writeHead(200, {
      'content-type': file.mimeType,
      'content-length': file.bytes.byteLength,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(method === 'HEAD' ? undefined : file.bytes)
}
