import * as z from 'zod'
import type { Sandbox } from '../src/index.ts'
import { callSandbox } from './callSandbox.ts'

const frame = z.object({ direction: z.enum(['told', 'heard']), event: z.string(), value: z.unknown() })
const answer = z.object({
  sockets: z.array(
    z.object({
      id: z.string(),
      operation: z.string(),
      userId: z.string(),
      remark: z.string().nullable(),
      heard: z.number(),
      told: z.number(),
      frames: z.array(frame),
    }),
  ),
})

/** Returns the open connections, as the inspector lists them. */
export async function getSockets(sandbox: Sandbox) {
  return answer.parse((await callSandbox(sandbox, 'GET /_sandbox/sockets')).json).sockets
}
