import * as z from 'zod'

const values = z.record(z.string(), z.string())

/** A request of the app, and the response it relies on. `$name` stands for a value that an earlier response contained. */
const requestSchema = z.strictObject({
  request: z.templateLiteral([z.enum(['GET', 'POST', 'PUT', 'DELETE']), ' /', z.string()]),
  /** Kinds of headers: `session` is a cookie or a bearer token, `csrf` and `organization` are the app's own headers. */
  headers: z.array(z.enum(['json', 'form', 'session', 'csrf', 'organization'])).default([]),
  body: z.record(z.string(), z.unknown()).optional(),
  status: z.int().default(200),
  /** Shape of the whole response. */
  response: z.unknown().optional(),
  /** Values for later requests, by the path at which the response has them. */
  keep: values.default({}),
})

/** A frame of the app on the live socket, an event that it waits for, or something that happens besides. */
const eventSchemas = [
  z.strictObject({ socket: z.literal('open') }),
  z.strictObject({ frame: z.record(z.string(), z.unknown()) }),
  z.strictObject({ event: z.string(), payload: z.unknown() }),
  z.strictObject({ customer: z.string() }),
  z.strictObject({ minutes: z.number() }),
] as const

/** What one generation of the vendor's web app does from the login to the logout. */
export const walkSchema = z.strictObject({
  app: z.string(),
  steps: z.array(z.union([requestSchema, ...eventSchemas])),
})
/** A walk. */
export type Walk = z.output<typeof walkSchema>
/** A step of a walk. */
export type Step = Walk['steps'][number]
/** A request of a walk. */
export type RequestStep = z.output<typeof requestSchema>
