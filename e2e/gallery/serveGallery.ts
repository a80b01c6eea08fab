import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../apps/gallery/dist', import.meta.url))

/** A story of the gallery, as its index names it. */
export interface Story {
  id: string
  title: string
  name: string
  tags: string[]
}

/** Lists the stories of the gallery that has been built. */
export function listStories(): Story[] {
  const { entries }: { entries: Record<string, Story & { type: string }> } = JSON.parse(
    readFileSync(join(folder, 'index.json'), 'utf8'),
  )
  return Object.values(entries).filter(({ type }) => type === 'story')
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves the gallery on a free port. */
export async function serveGallery(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const name = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    const body = await readFile(name).catch(() => undefined)
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on a port.
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
