import type { Sandbox } from '../src/index.ts'
import { callSandbox } from './callSandbox.ts'

/** Adds a user as an upload by the CRM does, without a request in the journal. */
export async function saveUser(sandbox: Sandbox, id = '7', name = 'Kate Moreau'): Promise<void> {
  await callSandbox(sandbox, 'POST /_sandbox/windows', { body: { user: { id, name } } })
}
