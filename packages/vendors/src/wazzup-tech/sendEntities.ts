import * as z from 'zod'
import { checkDistinct } from '../http/checkDistinct.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { type BatchOptions, sendInBatches } from '../http/sendInBatches.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupTechClient } from './client.ts'
import { doneAnswerSchema } from './envelope.ts'

/** Parameters of {@link sendEntities}. */
export interface Entities {
  method: 'POST' | 'PATCH' | 'DELETE'
  /** What they are called, in the path and in the body. */
  name: 'users' | 'contacts' | 'deals'
  item: z.ZodType<{ id: string }>
  items: unknown[]
  options: BatchOptions
}

/** Sends entities a hundred a request; all are checked before the first leaves. Sending the same again is harmless. */
export async function sendEntities(client: WazzupTechClient, entities: Entities): Promise<void> {
  const { method, name, item, items, options } = entities
  const checked = parseParameters(z.array(item), items)
  checkDistinct(checked)
  await sendInBatches({
    ...options,
    items: checked,
    send: (batch) =>
      sendRequest(client.http, {
        method,
        path: `/v2/${name}`,
        body: { [name]: batch },
        answer: doneAnswerSchema,
        idempotent: true,
        signal: options.signal,
      }),
  })
}
