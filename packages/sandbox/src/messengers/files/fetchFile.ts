import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookupPublic, refusePrivateHost } from '../outbound/lookupPublic.ts'

/** A file as its link shows it. */
export interface FetchedFile {
  /** Media type as the server tells it, e.g. `image/png`; empty where it tells none. */
  type: string
  /** Its name, where the server tells one. */
  name: string | undefined
  /** In bytes. Above the limit it is what was known when reading ended: more than the limit. */
  size: number
}

/** Parameters of {@link fetchFile}. */
export interface FetchFileParameters {
  url: string
  /** Reading ends once it is clear that the file is larger. */
  maxBytes: number
  /** Calls addresses of local networks too; this machine's own are always called. */
  allowPrivate: boolean
  signal: AbortSignal
}

/** Fetches a file by its link, without redirects. @throws what the network throws, and for any answer but 200 */
export async function fetchFile(parameters: FetchFileParameters): Promise<FetchedFile> {
  const { url, maxBytes, allowPrivate, signal } = parameters
  const target = new URL(url)
  if (!allowPrivate) refusePrivateHost(target)
  const answer = await get(target, { signal, ...(allowPrivate ? {} : { lookup: lookupPublic }) })
  try {
    if (answer.statusCode !== 200) throw new Error(`The link was answered ${answer.statusCode}.`)
    const { 'content-type': type = '', 'content-disposition': disposition = '' } = answer.headers
    const name = /filename="?([^";]+)/i.exec(disposition)?.[1]
    return { type: type.split(';')[0]?.trim().toLowerCase() ?? '', name, size: await measure(answer, maxBytes) }
  } finally {
    answer.destroy()
  }
}

function get(target: URL, options: { signal: AbortSignal; lookup?: typeof lookupPublic }): Promise<IncomingMessage> {
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    send(target, { agent: false, ...options })
      .on('error', reject)
      .on('response', resolve)
      .end()
  })
}

async function measure(answer: IncomingMessage, maxBytes: number): Promise<number> {
  const declared = Number(answer.headers['content-length'] ?? 0)
  if (declared > maxBytes) return declared
  let size = 0
  for await (const chunk of answer) {
    size += Buffer.byteLength(chunk)
    if (size > maxBytes) break
  }
  return size
}
