import * as z from 'zod'
import { findNearest } from '../../store/input/findNearest.ts'

const hourMs = 60 * 60 * 1000
const statusWithBody = z
  .int()
  .min(200)
  .max(599)
  .refine((status) => ![204, 205, 304].includes(status), 'a response with this status has no body')

/** Faults in the response to a request. */
const httpFaultSchemas = [
  /** An error in the vendor's own dialect; the request is not handled. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().max(100).optional(),
    description: z.string().max(1_000).optional(),
  }),
  /** The response is delayed, by the account's clock. */
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0).max(hourMs) }),
  /** The connection is reset; with `acted` after the request was handled. */
  z.strictObject({ kind: z.literal('reset'), acted: z.boolean().default(false) }),
  /** The request is handled, and the connection ends in the middle of the response. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** The request is handled, and the response is a page instead of JSON. */
  z.strictObject({ kind: z.literal('notJson'), status: statusWithBody.default(200) }),
  /** The response arrives a few bytes at a time, by the account's clock. */
  z.strictObject({
    kind: z.literal('drip'),
    bytes: z.int().min(1).max(1_000).default(1),
    everyMs: z.int().min(1).max(hourMs).default(100),
  }),
  /** The request is handled, and gets no response. */
  z.strictObject({ kind: z.literal('hang') }),
] as const

/** Faults in a value that a socket sends. */
const socketFaultSchemas = [
  /** The server ends the connection instead. */
  z.strictObject({ kind: z.literal('drop') }),
  /** Both directions are blocked, although the connection stays open. */
  z.strictObject({ kind: z.literal('halfOpen') }),
  /** The value is sent this many times. */
  z.strictObject({ kind: z.literal('flood'), count: z.int().min(2).max(100_000).default(1_000) }),
  /** The value is sent after the next one. */
  z.strictObject({ kind: z.literal('outOfOrder') }),
  /** Garbage is sent instead of a value. */
  z.strictObject({ kind: z.literal('garbage') }),
  /** The value is not sent. With `times: 1` that is the first one. */
  z.strictObject({ kind: z.literal('silent') }),
] as const

/** Faults of the chats page. */
const pageFaultSchemas = [
  /** It does not load: the connection is reset. */
  z.strictObject({ kind: z.literal('pageDown') }),
  /** It refuses to be framed. */
  z.strictObject({ kind: z.literal('refuseFraming') }),
  /** It posts messages to its parent that the vendor's page never sends. */
  z.strictObject({ kind: z.literal('hostileMessages') }),
  /** It is a hundred thousand pixels high. */
  z.strictObject({ kind: z.literal('hugeHeight') }),
] as const

const httpFaultSchema = z.discriminatedUnion('kind', httpFaultSchemas)
const socketFaultSchema = z.discriminatedUnion('kind', socketFaultSchemas)
const pageFaultSchema = z.discriminatedUnion('kind', pageFaultSchemas)
/** Any fault. */
export const faultSchema = z.discriminatedUnion(
  'kind',
  [...httpFaultSchemas, ...socketFaultSchemas, ...pageFaultSchemas],
  { error: ({ code, input }) => (code === 'invalid_union' ? describeUnknown(input) : undefined) },
)

/** Faults in the response to a request. */
export type HttpFault = z.output<typeof httpFaultSchema>
/** Faults in a value that a socket sends. */
export type SocketFault = z.output<typeof socketFaultSchema>
/** Faults of the chats page. */
export type PageFault = z.output<typeof pageFaultSchema>
/** Any fault. */
export type Fault = z.output<typeof faultSchema>

/** Kinds of faults by the side they can happen to. */
export const faultKinds: Record<Face, string[]> = {
  request: httpFaultSchemas.map(({ shape }) => shape.kind.value),
  socket: socketFaultSchemas.map(({ shape }) => shape.kind.value),
  page: pageFaultSchemas.map(({ shape }) => shape.kind.value),
}

/** True for faults of this side. */
export const isHttpFault = (fault: Fault): fault is HttpFault => faultKinds.request.includes(fault.kind)
/** True for faults of this side. */
export const isSocketFault = (fault: Fault): fault is SocketFault => faultKinds.socket.includes(fault.kind)
/** True for faults of this side. */
export const isPageFault = (fault: Fault): fault is PageFault => faultKinds.page.includes(fault.kind)

function describeUnknown(input: unknown): string {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? String(input.kind).slice(0, 100) : ''
  const nearest = findNearest({ text: kind, known: Object.values(faultKinds).flat() })
  return `There is no fault ${JSON.stringify(kind)}. The nearest is ${nearest}.`
}

/** The side of the sandbox that a fault can happen to: the response to a request, a value sent by a socket, or the chats page. */
export type Face = 'request' | 'socket' | 'page'

/** Every operation that a fault can be for, with its side. */
export type FaultTargets = ReadonlyMap<string, Face>
