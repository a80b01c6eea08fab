import type * as z from 'zod'

/** One request to a vendor. */
export interface RequestParameters<Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below the base URL, e.g. `/v2/iframe`. */
  path: string
  /** What errors call the request, where its path holds a secret. @default method and path */
  label?: string
  /** Query parameters; those that are `undefined` are left out. */
  query?: Record<string, string | number | boolean | undefined>
  /** Headers beyond the credential and the content type. */
  headers?: Record<string, string>
  /** A `FormData` goes out as it is, anything else as JSON. */
  body?: unknown
  /** What a successful answer must look like. */
  answer: z.ZodType<Answer>
  /** Reads a successful answer. @default as text, and as JSON where it is JSON */
  read?: (response: Response) => Promise<unknown>
  signal?: AbortSignal | undefined
  /** Deadline of this call, where the vendor needs longer for it. @default the client's */
  timeoutMs?: number
  /** Whether repeating the request is harmless: decides what a lost answer is called. @default method is GET */
  idempotent?: boolean
  /** Names the request to the vendor (it is in the body already), so that a repetition has no second effect. */
  idempotencyKey?: string | undefined
  /** How long the vendor remembers an idempotency key. @default for ever */
  idempotencyWindowMs?: number
}

/** Whether repeating a request would be harmless. */
export function isHarmless<Answer>({ idempotent, method }: RequestParameters<Answer>): boolean {
  return idempotent ?? method === 'GET'
}

/** What errors call a request. */
export function describeRequest<Answer>({ method, path, label }: RequestParameters<Answer>): string {
  return label ?? `${method} ${path}`
}
