import * as z from 'zod'
import { findNearest } from '../http/findNearest.ts'
import type { Face } from './faultTargets.ts'

const hourMs = 60 * 60 * 1000
const statusWithBody = z
  .int()
  .min(200)
  .max(599)
  .refine((status) => ![204, 205, 304].includes(status), 'an answer with this status has no body')

/** What can go wrong with the answer to a request. */
const httpFaultSchemas = [
  /** An error in the vendor's own dialect; nothing is done. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().max(100).optional(),
    description: z.string().max(1_000).optional(),
  }),
  /** The answer waits, by the account's clock. */
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0).max(hourMs) }),
  /** The connection is reset; with `acted` the request has been carried out before. */
  z.strictObject({ kind: z.literal('reset'), acted: z.boolean().default(false) }),
  /** The request is carried out, and the connection ends in the middle of the answer. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** The request is carried out, and answered with a page instead of JSON. */
  z.strictObject({ kind: z.literal('notJson'), status: statusWithBody.default(200) }),
  /** The answer comes a few bytes at a time, by the account's clock. */
  z.strictObject({
    kind: z.literal('drip'),
    bytes: z.int().min(1).max(1_000).default(1),
    everyMs: z.int().min(1).max(hourMs).default(100),
  }),
  /** The request is carried out, and never answered. */
  z.strictObject({ kind: z.literal('hang') }),
] as const

/** What can go wrong with a value that a socket is to be told. */
const socketFaultSchemas = [
  /** The server ends the connection instead. */
  z.strictObject({ kind: z.literal('drop') }),
  /** Nothing goes in or out any more, although the connection stands. */
  z.strictObject({ kind: z.literal('halfOpen') }),
  /** The value comes this many times. */
  z.strictObject({ kind: z.literal('flood'), count: z.int().min(2).max(100_000).default(1_000) }),
  /** The value comes after the next one. */
  z.strictObject({ kind: z.literal('outOfOrder') }),
  /** Something comes that is no value. */
  z.strictObject({ kind: z.literal('garbage') }),
  /** The value never comes. With `times: 1` that is the first one. */
  z.strictObject({ kind: z.literal('silent') }),
] as const

/** What can go wrong with the chats page. */
const pageFaultSchemas = [
  /** It does not load: the connection is reset. */
  z.strictObject({ kind: z.literal('pageDown') }),
  /** It refuses to be framed. */
  z.strictObject({ kind: z.literal('refuseFraming') }),
  /** It posts messages to its parent that are none of the vendor's. */
  z.strictObject({ kind: z.literal('hostileMessages') }),
  /** It is a hundred thousand pixels high. */
  z.strictObject({ kind: z.literal('hugeHeight') }),
] as const

const httpFaultSchema = z.discriminatedUnion('kind', httpFaultSchemas)
const socketFaultSchema = z.discriminatedUnion('kind', socketFaultSchemas)
const pageFaultSchema = z.discriminatedUnion('kind', pageFaultSchemas)
/** Anything that can be made to go wrong. */
export const faultSchema = z.discriminatedUnion(
  'kind',
  [...httpFaultSchemas, ...socketFaultSchemas, ...pageFaultSchemas],
  { error: ({ code, input }) => (code === 'invalid_union' ? describeUnknown(input) : undefined) },
)

/** What can go wrong with the answer to a request. */
export type HttpFault = z.output<typeof httpFaultSchema>
/** What can go wrong with a value that a socket is to be told. */
export type SocketFault = z.output<typeof socketFaultSchema>
/** What can go wrong with the chats page. */
export type PageFault = z.output<typeof pageFaultSchema>
/** Anything that can be made to go wrong. */
export type Fault = z.output<typeof faultSchema>

/** What can happen where. */
export const faultKinds: Record<Face, string[]> = {
  request: httpFaultSchemas.map(({ shape }) => shape.kind.value),
  socket: socketFaultSchemas.map(({ shape }) => shape.kind.value),
  page: pageFaultSchemas.map(({ shape }) => shape.kind.value),
}

/** Tells faults by where they happen. */
export const isHttpFault = (fault: Fault): fault is HttpFault => faultKinds.request.includes(fault.kind)
/** Tells faults by where they happen. */
export const isSocketFault = (fault: Fault): fault is SocketFault => faultKinds.socket.includes(fault.kind)
/** Tells faults by where they happen. */
export const isPageFault = (fault: Fault): fault is PageFault => faultKinds.page.includes(fault.kind)

function describeUnknown(input: unknown): string {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? String(input.kind).slice(0, 100) : ''
  const nearest = findNearest({ wanted: kind, known: Object.values(faultKinds).flat() })
  return `There is no fault ${JSON.stringify(kind)}. The nearest is ${nearest}.`
}
