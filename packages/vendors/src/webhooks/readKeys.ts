import type * as z from 'zod'
import type { Vendor } from '../vendor.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseLeniently } from './parseLeniently.ts'
import { toUnknownEvent } from './toUnknownEvent.ts'

/** Reads the value of one key of a webhook's body; `undefined` when it does not fit. */
export type KeyReader = (value: unknown) => (ChatEvent | undefined)[] | undefined

/** Reads each key of a body with its reader. A key without a reader, or what does not fit, becomes `unknown`. */
export function readKeys({
  vendor,
  body,
  readers,
}: {
  vendor: Vendor
  body: Record<string, unknown>
  readers: ReadonlyMap<string, KeyReader>
}): ChatEvent[] {
  return Object.entries(body).flatMap(([type, value]) => {
    const events = readers.get(type)?.(value)
    if (!events) return [toUnknownEvent({ vendor, type, raw: value })]
    const items: unknown[] = Array.isArray(value) ? value : [value]
    return events.map((event, index) => event ?? toUnknownEvent({ vendor, type, raw: items[index] }))
  })
}

/** Reader of one value: its shape, and the event it makes. */
export interface ValueReader<Value> {
  schema: z.ZodType<Value>
  toEvent: (value: Value, raw: unknown) => ChatEvent
}

/** A key whose value is a list with an event in each item, or such an item alone. */
export function eachItem<Item>({ schema, toEvent }: ValueReader<Item>): KeyReader {
  return (value) => {
    const items: unknown[] = Array.isArray(value) ? value : [value]
    return items.map((raw) => readValue({ schema, toEvent, raw }))
  }
}

/** A key whose value makes one event. */
export function wholeValue<Value>({ schema, toEvent }: ValueReader<Value>): KeyReader {
  return (raw) => {
    const event = readValue({ schema, toEvent, raw })
    return event && [event]
  }
}

function readValue<Value>({ schema, toEvent, raw }: ValueReader<Value> & { raw: unknown }): ChatEvent | undefined {
  const read = parseLeniently(schema, raw)
  if (!read) return undefined
  const { value, droppedFields } = read
  return { ...toEvent(value, raw), ...(droppedFields.length > 0 && { droppedFields }) }
}
