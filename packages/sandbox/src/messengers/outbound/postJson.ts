import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookupPublic, refusePrivateHost } from './lookupPublic.ts'

/** A call to an address from outside. */
export interface PostParameters {
  url: string
  body: string
  headers: Record<string, string>
  /** Aborts the call, e.g. after a timeout. */
  signal: AbortSignal
  /** Allows addresses of local networks; those of this machine are always allowed, because a CRM in development is there. */
  allowPrivate: boolean
}

/** The response of the address. */
export interface PostResult {
  status: number
  /** The body, up to 64 kB. */
  text: string
}

/** Posts JSON without following redirects. @throws {PrivateAddressError} and network errors */
export async function postJson(parameters: PostParameters): Promise<PostResult> {
  const { url, body, headers, signal, allowPrivate } = parameters
  const target = new URL(url)
  if (!allowPrivate) refusePrivateHost(target)
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const options = { method: 'POST', agent: false, signal, headers: { ...headers, 'content-length': byteLength(body) } }
  return readResponse(send(target, allowPrivate ? options : { ...options, lookup: lookupPublic }), body)
}

const maxLength = 64 * 1024

function readResponse(call: ClientRequest, body: string): Promise<PostResult> {
  return new Promise((resolve, reject) => {
    call.on('error', reject).on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('error', reject)
      response.on('data', (chunk: string) => {
        text += chunk.slice(0, maxLength - text.length)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.end(body)
  })
}

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}
