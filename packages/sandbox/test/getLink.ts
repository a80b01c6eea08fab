import * as z from 'zod'
import type { Sandbox } from '../src/index.ts'
import { callSandbox } from './callSandbox.ts'

const kate = { id: '7', name: 'Kate Moreau' }

/** Requests a link to the chats page, by default for all chats of user 7. */
export async function getLink(sandbox: Sandbox, request: object = {}): Promise<string> {
  const answer = await callSandbox(sandbox, 'POST /v2/iframe', { body: { user: kate, scope: 'global', ...request } })
  return z.object({ url: z.url() }).parse(answer.json).url
}

/** Reads the token of a link. */
export function getToken(link: string): string {
  return new URL(link).searchParams.get('token') ?? ''
}
