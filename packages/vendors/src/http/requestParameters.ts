import type * as z from 'zod'

/** One request to a vendor. */
export interface RequestParameters<Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below the base URL, e.g. `/v2/iframe`. */
  path: string
  /** Name of the request in errors, if its path holds a secret. @default method and path */
  label?: string
  /** Query parameters; those that are `undefined` are left out. */
  query?: Record<string, string | number | boolean | undefined>
  /** Headers beyond the credential and the content type. */
  headers?: Record<string, string>
  /** A `FormData` goes out as it is, anything else as JSON. */
  body?: unknown
  /** Shape of a successful response. */
  answer: z.ZodType<Answer>
  /** Reads a successful response. @default as JSON, or as text if it is not JSON */
  read?: (response: Response) => Promise<unknown>
  signal?: AbortSignal | undefined
  /** Deadline of this call, if the vendor needs longer. @default the client's */
  timeoutMs?: number
  /** True if repeating the request is harmless: decides the error for a lost response. @default method is GET */
  idempotent?: boolean
  /** Names the request to the vendor (it is in the body already), so that a repetition has no second effect. */
  idempotencyKey?: string | undefined
  /** Time for which the vendor remembers an idempotency key. @default for ever */
  idempotencyWindowMs?: number
}

/** Checks that repeating a request would be harmless. */
export function isHarmless<Answer>({ idempotent, method }: RequestParameters<Answer>): boolean {
  return idempotent ?? method === 'GET'
}

/** Name of a request in errors. */
export function describeRequest<Answer>({ method, path, label }: RequestParameters<Answer>): string {
  return label ?? `${method} ${path}`
}
