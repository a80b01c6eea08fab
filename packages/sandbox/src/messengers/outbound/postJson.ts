import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type AllowedAddresses, guardAddresses } from './guardAddresses.ts'

/** A call to an address from outside. */
export interface PostParameters extends AllowedAddresses {
  url: string
  body: string
  headers: Record<string, string>
  /** Aborts the call, e.g. after a timeout. */
  signal: AbortSignal
}

/** The response of the address. */
export interface PostResult {
  status: number
  /** The body, up to 64 kB. */
  text: string
}

/** Posts JSON without following redirects. @throws {AddressNotAllowedError} and network errors */
export async function postJson(parameters: PostParameters): Promise<PostResult> {
  const { url, body, headers, signal } = parameters
  const target = new URL(url)
  const { checkHost, lookup } = guardAddresses(parameters)
  checkHost(target)
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const sent = { ...headers, 'content-length': byteLength(body) }
  return readResponse(send(target, { method: 'POST', agent: false, signal, lookup, headers: sent }), body)
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
