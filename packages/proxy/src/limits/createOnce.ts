import type { ErrorCode } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'

/** Time for which a key is remembered. */
const rememberedMs = 24 * 3_600_000

/** Carries out the requests of one key once, and gives all of them the result of the first. */
export type Once = <Result>(parameters: {
  key: string
  /** The whole request, of which a digest is kept: another one of the same key is a mistake, and refused. */
  request: string
  run: () => Promise<Result>
}) => Promise<Result>

interface Entry {
  digest: string
  result: Promise<unknown>
  startedAt: number
}

/** Failures after which the request may have been carried out all the same. */
const unclearCodes: readonly ErrorCode[] = ['outcome_unknown', 'upstream_invalid', 'internal']

/**
 * Makes a {@link Once}. A failure is forgotten, unless the request may have been carried out: that stays the answer. Keys are kept for a
 * day; where there are too many, new ones are refused until then.
 */
export function createOnce({ clock, maxKeys = 100_000 }: { clock: Clock; maxKeys?: number }): Once {
  /** The oldest first. */
  const entries = new Map<string, Entry>()

  function forgetOld(): void {
    for (const [key, { startedAt }] of entries) {
      if (clock.elapsed() - startedAt < rememberedMs) return
      entries.delete(key)
    }
  }

  function first<Result>(key: string, digest: string, run: () => Promise<Result>): Promise<Result> {
    if (entries.size >= maxKeys) throw full()
    const entry = { digest, result: run(), startedAt: clock.elapsed() }
    entries.set(key, entry)
    entry.result.catch((error: unknown) => {
      if (error instanceof OperationError && !unclearCodes.includes(error.code)) entries.delete(key)
    })
    return entry.result
  }

  return async ({ key, request, run }) => {
    const digest = await digestOf(request)
    forgetOld()
    const known = entries.get(key)
    if (!known) return first(key, digest, run)
    if (known.digest === digest) return known.result as ReturnType<typeof run> // The same request has the same result.
    throw otherRequest()
  }
}

async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return String.fromCharCode(...bytes)
}

function full(): OperationError {
  return new OperationError({
    code: 'busy',
    message: 'The chat proxy remembers too many requests at the moment.',
    retryAfterMs: 60_000,
  })
}

function otherRequest(): OperationError {
  return new OperationError({ code: 'invalid_request', message: 'This id belongs to another request.' })
}
