import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isLoopback } from '@crm-chat/proxy'
import { UsageError } from '../errors.ts'

/** Kinds of files that a page consists of. Others, such as keys and databases, are not served. */
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** A file that may be served. */
interface PageFile {
  path: string
  type: string
  size: number
}

/**
 * Serves the pages of a folder to this machine: HTML and what it loads, but no hidden file, nothing outside of the folder, and
 * nothing to pages of another origin.
 * @throws {UsageError} when there is no such folder
 */
export async function servePages(folder: string): Promise<RequestListener> {
  const root = await findFolder(folder)
  return (request, response) => {
    void respond({ root, request, response }).catch(() => void response.destroy())
  }
}

async function findFolder(folder: string): Promise<string> {
  const root = await realpath(resolve(folder)).catch(() => undefined)
  if (root !== undefined && (await stat(root)).isDirectory()) return root
  throw new UsageError('--pages must be a folder with your pages, e.g. --pages .')
}

async function respond({
  root,
  request,
  response,
}: {
  root: string
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const path = isOwn(request) ? toPath(request) : undefined
  const file = path === undefined ? undefined : await findFile({ root, path })
  response.setHeader('cache-control', 'no-store')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('x-content-type-options', 'nosniff')
  if (file === undefined && path === 'favicon.ico') {
    response.writeHead(204).end() // Browsers ask for one by themselves, and the console would show an error.
    return
  }
  if (file === undefined) {
    const text = path === 'index.html' ? `There is no index.html in ${root} yet.\n` : 'not found\n'
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
    return
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.size })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file.path, { end: Math.max(file.size - 1, 0) })
      .once('error', () => response.destroy())
      .pipe(response)
}

/** Returns false for a page elsewhere that gives its own name this machine's address. */
function isOwn({ method, headers: { host = '' } }: IncomingMessage): boolean {
  const url = `http://${host}`
  return (method === 'GET' || method === 'HEAD') && URL.canParse(url) && isLoopback(new URL(url).hostname)
}

/** Reads the path of a file from an address: undefined for a hidden one. */
function toPath({ url = '' }: IncomingMessage): string | undefined {
  const [encoded = ''] = url.split(/[?#]/)
  const path = decode(encoded)
  if (path === undefined || !path.startsWith('/') || /[\\\0]/.test(path)) return undefined
  const segments = path.slice(1).split('/')
  if (segments.some((segment) => segment.startsWith('.'))) return undefined
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined // It is no encoding of a text.
  }
}

async function findFile({ root, path }: { root: string; path: string }): Promise<PageFile | undefined> {
  const type = types[extname(path).toLowerCase()]
  const file = await realpath(join(root, path)).catch(() => undefined)
  if (type === undefined || file === undefined || !isVisible({ root, file })) return undefined
  const found = await stat(file)
  return found.isFile() ? { path: file, type, size: found.size } : undefined
}

/** Looks where a link leads. pnpm keeps packages in a hidden folder. */
function isVisible({ root, file }: { root: string; file: string }): boolean {
  const path = relative(root, file)
  return !isAbsolute(path) && path.split(sep).every((segment) => segment === '.pnpm' || !segment.startsWith('.'))
}
