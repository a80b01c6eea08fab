import * as z from 'zod'
import { InvalidAnswerError } from '../errors.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'

/** Response of `GET /counters/ws_host/api_v3/{apiKey}`: a host, maybe with a port, without `https://`. */
export const counterHostSchema = z.looseObject({ host: z.string().regex(/^[\w.-]+(:\d{1,5})?$/) })

/** Endpoint of {@link fetchCounterOrigin}. */
export const fetchCounterHostEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchCounterHost',
  method: 'GET',
  path: '/counters/ws_host/api_v3/:apiKey',
  summary: 'Look up the host of the unanswered counter',
  response: { description: 'The host, without a scheme.', schema: counterHostSchema },
})

/**
 * Looks up which host has the counter (`GET /counters/ws_host/api_v3/{apiKey}`, the key in the path and no header).
 * @returns its origin.
 * @throws {InvalidAnswerError} for a host of another domain: it would be given the key.
 * @see API v3, "Unanswered counter"
 */
export async function fetchCounterOrigin(client: WazzupV3Client, signal?: AbortSignal): Promise<string> {
  const { method, path } = fetchCounterHostEndpoint
  const label = `${method} ${path}` // Without the key.
  const params = { apiKey: await client.apiKey() }
  const { host } = await send(client.integrations, fetchCounterHostEndpoint, { params, label, signal })
  const asked = new URL(client.integrations.baseUrl)
  const found = new URL(`${asked.protocol}//${host}`)
  if (domainOf(found.hostname) === domainOf(asked.hostname)) return found.origin
  throw new InvalidAnswerError(`${label} named a host of another domain, which must not receive the key.`)
}

/** `wazzup24.com` of `ws-counters2.wazzup24.com`; of an IP address, all of it. */
function domainOf(hostname: string): string {
  return /^[\d.]+$/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.')
}
