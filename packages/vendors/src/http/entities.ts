import * as z from 'zod'
import type { CallOptions } from './callOptions.ts'
import { checkDistinct } from './checkDistinct.ts'
import type { Http } from './createHttp.ts'
import { parseParameters } from './parseParameters.ts'
import { type BatchOptions, sendInBatches } from './sendInBatches.ts'
import { sendRequest } from './sendRequest.ts'
import { toPathSegment } from './toPathSegment.ts'

/** Reads one entity by the CRM's id, below the path of its list. */
export function fetchEntity<Item>(
  http: Http,
  { path, id, answer, options }: { path: string; id: string | number; answer: z.ZodType<Item>; options: CallOptions },
): Promise<Item> {
  return sendRequest(http, { method: 'GET', path: `${path}/${toPathSegment(id)}`, answer, ...options })
}

/** Parameters of {@link saveEntities}. */
export interface SavedEntities<Item> {
  method: 'POST' | 'PATCH'
  path: string
  item: z.ZodType<Item>
  items: unknown
  options: BatchOptions
}

/** Adds or updates entities, 100 a request. All are checked before the first leaves. */
export async function saveEntities<Item extends { id: string | number }>(
  http: Http,
  { method, path, item, items, options }: SavedEntities<Item>,
): Promise<void> {
  const checked = parseParameters(z.array(item), items)
  checkDistinct(checked) // The vendor answers 500 to an id that comes twice.
  const { signal } = options
  const request = { method, path, answer: z.unknown(), idempotent: true, signal } as const
  await sendInBatches({ ...options, items: checked, send: (body) => sendRequest(http, { ...request, body }) })
}

/** Removes one entity by the CRM's id. */
export async function deleteEntity(
  http: Http,
  { path, id, options }: { path: string; id: string | number; options: CallOptions },
): Promise<void> {
  const { signal } = options
  const request = { method: 'DELETE', answer: z.unknown(), idempotent: true, signal } as const
  await sendRequest(http, { ...request, path: `${path}/${toPathSegment(id)}` })
}
