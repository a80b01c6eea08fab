import { lookup } from 'node:dns'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { SandboxError } from '../errors.ts'
import { isLoopback, isPrivateAddress } from './isPrivateAddress.ts'

/** A call to an address that somebody gave us. */
export interface PostParameters {
  url: string
  body: string
  headers: Record<string, string>
  /** Ends the call, e.g. after a time. */
  signal: AbortSignal
  /** Calls addresses of local networks too; this machine's own are always called: the CRM in the making is there. */
  allowPrivate: boolean
}

/** What the address answered. */
export interface PostResult {
  status: number
  /** Up to 64 kB of it. */
  text: string
}

/** The address may not be called. */
class PrivateAddressError extends SandboxError {
  override readonly name = 'PrivateAddressError'

  constructor(address: string) {
    super(`${address} is an address of a local network: it is called only if allowPrivateAddresses is set.`)
  }
}

/**
 * Posts JSON without following redirects. Addresses are judged when the connection is made, so that a name cannot change
 * what it points to after it was looked at.
 * @throws {PrivateAddressError} and what the network throws.
 */
export async function postJson(parameters: PostParameters): Promise<PostResult> {
  const { url, body, headers, signal, allowPrivate } = parameters
  const target = new URL(url)
  const hostname = target.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(hostname) && !allowPrivate) refusePrivate(hostname)
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const options = { method: 'POST', agent: false, signal, headers: { ...headers, 'content-length': byteLength(body) } }
  return readAnswer(send(target, allowPrivate ? options : { ...options, lookup: lookupPublic }), body)
}

const longestAnswer = 64 * 1024

function readAnswer(call: ClientRequest, body: string): Promise<PostResult> {
  return new Promise((resolve, reject) => {
    call.on('error', reject).on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('error', reject)
      response.on('data', (chunk: string) => {
        text += chunk.slice(0, longestAnswer - text.length)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.end(body)
  })
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    try {
      for (const { address } of addresses) refusePrivate(address)
    } catch (refused) {
      return callback(refused instanceof Error ? refused : new Error(String(refused)), '')
    }
    return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family)
  })
}

function refusePrivate(address: string): void {
  if (isPrivateAddress(address) && !isLoopback(address)) throw new PrivateAddressError(address)
}

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}
