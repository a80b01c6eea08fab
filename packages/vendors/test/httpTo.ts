import * as z from 'zod'
import { type ConnectionOptions, createHttp, type Http } from '../src/http/createHttp.ts'

const answer = z.object({ ok: z.literal(true) })

/** An answer that {@link read} and {@link send} take. */
export const ok = { json: { ok: true } }
/** A request that changes nothing. */
export const read = { method: 'GET', path: '/things', answer } as const
/** A request that must not happen twice. */
export const send = { method: 'POST', path: '/messages', body: { text: 'hello' }, answer } as const

/** Reach and key of a server, for tests of the core. It does not wait between attempts unless told so. */
export function httpTo(baseUrl: string, options: ConnectionOptions = {}): Http {
  return createHttp({
    baseUrl,
    credential: () => ({ authorization: 'Bearer key-of-the-account' }),
    secrets: () => ['key-of-the-account'],
    options: { random: () => 0, ...options },
  })
}
