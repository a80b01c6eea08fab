import { createServer, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from '../src/server/http/listen.ts'

/** A real file server. */
export interface FileServer {
  /** Returns the link to a file, e.g. `/photo.png`. */
  url: (path: string) => string
  /** Requested paths. */
  visits: string[]
}

/** Files by path, with type and size; `null` redirects to another address. */
export type ServedFiles = Record<string, { type?: string; bytes: number } | null>

/** Starts a server with exactly these files. */
export async function startFileServer(files: ServedFiles): Promise<FileServer> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    visits.push(path)
    serve(response, files[path])
  })
  const port = await listen(server, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: (path) => `http://127.0.0.1:${port}${path}`, visits }
}

function serve(response: ServerResponse, file: ServedFiles[string] | undefined): void {
  if (file === undefined) response.writeHead(404).end()
  else if (file === null) response.writeHead(302, { location: '/elsewhere' }).end()
  else {
    if (file.type !== undefined) response.setHeader('content-type', file.type)
    response.end(Buffer.alloc(file.bytes))
  }
}
