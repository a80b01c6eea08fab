import type { Whatomate } from '@crm-chat/vendors/whatomate'
import { expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { ann } from '../../fixtures/people.ts'
import { callWhatomate, createWhatomateClient } from '../../whatomateClient.ts'

export const text = 'Hello!'
export const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
export const success = (data: unknown) => ({ status: 'success', data })
export const failure = (message: string) => ({ status: 'error', message, data: null })

export const get = async (sandbox: Sandbox, route: string, body?: unknown) =>
  (await callWhatomate(sandbox, route, body)).json
export const getStatus = async (sandbox: Sandbox, route: string, body?: unknown) =>
  (await callWhatomate(sandbox, route, body)).status

export function read(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  )
}

/** Lets Ann write, and returns her contact and a client. */
export async function meetAnn(sandbox: Sandbox): Promise<{ client: Whatomate; contact_id: string; path: string }> {
  const client = createWhatomateClient(sandbox)
  await sandbox.simulate.message({ ...ann, text, name: 'Ann' })
  const json = await get(sandbox, `GET /api/contacts?search=${ann.chatId}`)
  const contact_id = String(read(json, 'data', 'contacts', 0, 'id') ?? read(json, 'data', 'items', 0, 'id'))
  return { client, contact_id, path: `/api/contacts/${contact_id}` }
}
