import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookupPublic, refusePrivateHost } from './lookupPublic.ts'

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

/** The response of the address. */
export interface PostResult {
  status: number
  /** Up to 64 kB of it. */
  text: string
}

/** Posts JSON without following redirects. @throws {PrivateAddressError} and what the network throws. */
export async function postJson(parameters: PostParameters): Promise<PostResult> {
  const { url, body, headers, signal, allowPrivate } = parameters
  const target = new URL(url)
  if (!allowPrivate) refusePrivateHost(target)
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

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}
