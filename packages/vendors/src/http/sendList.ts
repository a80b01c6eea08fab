import * as z from 'zod'
import { checkDistinct } from './checkDistinct.ts'
import type { Http } from './createHttp.ts'
import type { Endpoint } from './endpoint.ts'
import { parseParameters } from './parseParameters.ts'
import { sendChecked } from './send.ts'
import { type BatchOptions, sendInBatches } from './sendInBatches.ts'

/** Parameters of {@link sendList}. */
export interface SentList<Item extends { id: string | number }> {
  items: unknown
  item: z.ZodType<Item>
  /** Makes the body of a request. @default the list itself */
  toBody?: (items: Item[]) => unknown
  options: BatchOptions
}

/**
 * Sends entities, 100 in one request. All are checked before the first request leaves; an id that comes twice is refused,
 * since the vendor fails with 500.
 * @throws {InvalidParametersError} before anything is sent.
 */
export async function sendList<Item extends { id: string | number }>(
  http: Http,
  endpoint: Endpoint,
  { items, item, toBody = (batch) => batch, options }: SentList<Item>,
): Promise<void> {
  const checked = parseParameters(z.array(item), items)
  checkDistinct(checked)
  await sendInBatches({
    ...options,
    items: checked,
    send: (batch) => sendChecked(http, endpoint, { body: toBody(batch), signal: options.signal }),
  })
}
