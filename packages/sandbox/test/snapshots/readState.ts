import * as z from 'zod'
import { vendorApis } from '../../src/emulatedVendors.ts'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { whatomateKey } from '../whatomateClient.ts'

/** Routes without an id that list no data: a token, which is never the same twice, and the consent page. */
const noLists = ['/whatomate/api/auth/ws-token', '/tech/v2/oauth/authorize']

const controlLists = ['chats', 'channels', 'users', 'customers', 'settings']

/** Reads the account from outside: every list of every vendor, and the control API. */
export async function readState(sandbox: Sandbox): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {}
  for (const path of [...listPaths(), ...controlLists.map((name) => `/_sandbox/${name}`)]) {
    state[path] = await read(sandbox, path)
  }
  for (const { chatType, chatId } of chatsSchema.parse(state['/_sandbox/chats']).chats) {
    const path = `/_sandbox/messages?${new URLSearchParams({ chatType, chatId })}`
    state[path] = await read(sandbox, path)
  }
  for (const { id } of peopleSchema.parse(state['/whatomate/api/contacts']).data.contacts) {
    const path = `/whatomate/api/contacts/${id}/messages`
    state[path] = await read(sandbox, path)
  }
  state.endpoints = await sandbox.webhooks.endpoints() // Deliveries are not data: each is sent once.
  return state
}

/** Every route that lists data without an id. */
export function listPaths(): string[] {
  return vendorApis.flatMap(({ hosts: [host = ''], routes }) =>
    routes
      .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
      .map(({ path }) => host + path)
      .filter((path) => !noLists.includes(path)),
  )
}

const chatsSchema = z.object({ chats: z.array(z.object({ chatType: z.string(), chatId: z.string() })) })
const peopleSchema = z.object({ data: z.object({ contacts: z.array(z.object({ id: z.string() })) }) })

async function read(sandbox: Sandbox, path: string): Promise<unknown> {
  const authorization = path.startsWith('/v2') ? `Basic ${sandbox.apiKey}` : `Bearer ${sandbox.apiKey}`
  const { status, json } = await callSandbox(sandbox, `GET ${path}`, {
    headers: path.startsWith('/whatomate') ? { 'x-api-key': whatomateKey } : { authorization },
  })
  if (status !== 200) throw new Error(`GET ${path} got a ${status} response.`)
  return json
}
