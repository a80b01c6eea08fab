import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { listProblems, toSentence } from '../../store/input/listProblems.ts'

/**
 * Responds with an error of this API: `{statusCode, error, message}`, where `error` is the vendor's code, or else the name
 * of the status.
 */
export function respondTechError({ context, refusal, account }: TechError): Response {
  const { status, code, description } = refusal
  const named = code in plainCodes ? (STATUS_CODES[status] ?? code) : code
  const error = account?.quirks.isOn('wazzup-tech.camelCaseCodes') ? toCamelCase(named) : named
  return context.json({ statusCode: status, error, message: description }, status)
}

interface TechError {
  context: Context
  refusal: Refusal
  account: Account | undefined
}

function toCamelCase(code: string): string {
  return code.toLowerCase().replace(/[_ ]([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Codes that repeat the name of the status. */
const plainCodes = {
  BAD_REQUEST: true,
  UNAUTHORIZED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  BODY_TOO_LARGE: true,
  TOO_MANY_REQUESTS: true,
  INTERNAL_ERROR: true,
  NOT_IMPLEMENTED: true,
}

/** The refusal of an invalid body or query: a sentence for each problem, e.g. `name must not be empty`. */
export function refuseTechInput(error: z.ZodError): Refusal {
  return badRequest(listProblems(error).map(toSentence).join('; ').slice(0, 2_000))
}

/** Creates a refusal without its own code. */
export function badRequest(description: string): Refusal {
  return { status: 400, code: 'BAD_REQUEST', description }
}

/** Creates the refusal of an unknown id. */
export function notFound(what: string): Refusal {
  return { status: 404, code: 'NOT_FOUND', description: `${what} not found` }
}
