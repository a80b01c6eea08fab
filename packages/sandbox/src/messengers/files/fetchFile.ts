import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { guardAddresses } from '../outbound/guardAddresses.ts'

/** Facts about a file behind a link. */
export interface FetchedFile {
  /** Media type that the server sends, e.g. `image/png`; empty if it sends none. */
  type: string
  /** Its name, if the server sends one. */
  name: string | undefined
  /** In bytes. For a file beyond the limit, only some number above the limit. */
  size: number
}

/** Parameters of {@link fetchFile}. */
export interface FetchFileParameters {
  url: string
  /** The download stops as soon as the file proves larger. */
  maxBytes: number
  /** Allows addresses of local networks; those of this machine are always allowed. */
  allowPrivate: boolean
  signal: AbortSignal
}

/** Fetches a file without following redirects. @throws for network errors, and for any status but 200 */
export async function fetchFile(parameters: FetchFileParameters): Promise<FetchedFile> {
  const { url, maxBytes, allowPrivate, signal } = parameters
  const target = new URL(url)
  const { checkHost, lookup } = guardAddresses({ allowPrivate, allowPublic: true })
  checkHost(target)
  const response = await get(target, { signal, lookup })
  try {
    if (response.statusCode !== 200) throw new Error(`The server responded ${response.statusCode}.`)
    const { 'content-type': type = '', 'content-disposition': disposition = '' } = response.headers
    const name = /filename="?([^";]+)/i.exec(disposition)?.[1]
    return { type: type.split(';')[0]?.trim().toLowerCase() ?? '', name, size: await measure(response, maxBytes) }
  } finally {
    response.destroy()
  }
}

function get(target: URL, options: { signal: AbortSignal; lookup: LookupFunction }): Promise<IncomingMessage> {
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    send(target, { agent: false, ...options })
      .on('error', reject)
      .on('response', resolve)
      .end()
  })
}

async function measure(response: IncomingMessage, maxBytes: number): Promise<number> {
  const declared = Number(response.headers['content-length'] ?? 0)
  if (declared > maxBytes) return declared
  let size = 0
  for await (const chunk of response) {
    size += Buffer.byteLength(chunk)
    if (size > maxBytes) break
  }
  return size
}
