import type { ErrorCode } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import type { LedgerOutcome, OnceLedger } from './onceLedger.ts'

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

interface Task<Result> {
  key: string
  digest: string
  run: () => Promise<Result>
}

/** Failures after which the request may have been carried out all the same. */
const unclearCodes: readonly ErrorCode[] = ['outcome_unknown', 'upstream_invalid', 'internal']

/**
 * Makes a {@link Once}. A failure is forgotten, unless the request may have been carried out: that stays the answer. Keys are kept for a
 * day; where there are too many, new ones are refused until then. With a ledger, all processes that share it carry a request
 * out once; while it cannot be reached, requests are refused.
 */
export function createOnce({
  clock,
  maxKeys = 100_000,
  ledger,
}: {
  clock: Clock
  maxKeys?: number
  ledger?: OnceLedger | undefined
}): Once {
  /** The oldest first. */
  const entries = new Map<string, Entry>()

  function forgetOld(): void {
    for (const [key, { startedAt }] of entries) {
      if (clock.elapsed() - startedAt < rememberedMs) return
      entries.delete(key)
    }
  }

  function first<Result>({ key, digest, run }: Task<Result>): Promise<Result> {
    if (entries.size >= maxKeys) throw full()
    let isOwn = !ledger
    const runOwn = (): Promise<Result> => {
      isOwn = true
      return run()
    }
    const result = ledger ? runInLedger({ ledger, task: { key, digest, run: runOwn } }) : runOwn()
    entries.set(key, { digest, result, startedAt: clock.elapsed() })
    result.catch((error: unknown) => {
      if (!isOwn || !isUnclear(error)) entries.delete(key) // Whatever became of it elsewhere may be known later.
    })
    return result
  }

  return async ({ key, request, run }) => {
    const digest = await digestOf(request)
    forgetOld()
    const known = entries.get(key)
    if (!known) return first({ key, digest, run })
    if (known.digest === digest) return known.result as ReturnType<typeof run> // The same request has the same result.
    throw otherRequest()
  }
}

async function runInLedger<Result>({
  ledger,
  task: { key, digest, run },
}: {
  ledger: OnceLedger
  task: Task<Result>
}): Promise<Result> {
  const claim = await ledger.claim({ key, digest }).catch(refuse)
  if (claim.status === 'otherRequest') throw otherRequest()
  if (claim.status === 'unknown') throw unknown()
  if (claim.status === 'settled') return resultOf(claim.outcome)
  try {
    const result = await run()
    await claim.settle({ result })
    return result
  } catch (error) {
    await claim.settle(isUnclear(error) ? toOutcome(error) : null)
    throw error
  }
}

function isUnclear(error: unknown): boolean {
  return !(error instanceof OperationError) || unclearCodes.includes(error.code)
}

function toOutcome(error: unknown): LedgerOutcome {
  const { code, message } = error instanceof OperationError ? error : unknown()
  return { error: { code, message } }
}

function resultOf<Result>(outcome: LedgerOutcome): Result {
  if ('error' in outcome) throw new OperationError(outcome.error)
  return outcome.result as Result // Written by the same operation; what does not fit its schema is left out of the response.
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

function refuse(error: unknown): never {
  throw new OperationError({
    code: 'busy',
    message: 'The chat proxy cannot tell at the moment if this request was carried out before.',
    detail: describeError(error),
    retryAfterMs: 2_000,
  })
}

function unknown(): OperationError {
  const message = 'The request may have been carried out; it is not carried out again.'
  return new OperationError({ code: 'outcome_unknown', message })
}

function otherRequest(): OperationError {
  return new OperationError({ code: 'invalid_request', message: 'This id belongs to another request.' })
}
