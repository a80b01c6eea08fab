import type { Redactor } from './createRedactor.ts'
import { isRecord } from './isRecord.ts'
import { parseJson } from './parseJson.ts'

/** A vendor's error body, read from any of its shapes. */
export interface ParsedVendorError {
  /** Upper-case, e.g. `MESSAGE_TEXT_TOO_LONG`; `UNKNOWN_ERROR` if the body names none. */
  code: string
  description: string | undefined
  /** Details beside the code, e.g. `{ fields: ['channelId'] }`. */
  data: unknown
  requestId: string | undefined
}

/**
 * Reads every error shape on record: `{error:{code}}`, `{error, description, data}`, `{errors:[{code}]}`, `{code}`,
 * `{message}` (a string or a list of a class validator's sentences), `{title, detail}`, `{status:"error", message, error_type}`, an empty
 * body and HTML. Never throws.
 */
export function parseVendorError(body: string, redact?: Redactor): ParsedVendorError {
  const parsed = redact ? redact.value(parseJson(body)) : parseJson(body)
  const outer = isRecord(parsed) ? parsed : {}
  const first = Array.isArray(outer.errors) ? outer.errors[0] : outer.error
  const inner = isRecord(first) ? first : {}
  return {
    code: toCode(toText(inner.code) ?? toText(inner.error) ?? toText(first) ?? codeOf(outer)),
    description: describe(inner) ?? describe(outer),
    data: inner.data ?? outer.data ?? undefined,
    requestId: toText(outer.requestId) ?? toText(outer.request_id),
  }
}

function codeOf(outer: Record<string, unknown>): string | undefined {
  return toText(outer.code) ?? toText(outer.error_type)
}

function describe(body: Record<string, unknown>): string | undefined {
  return toText(body.description) ?? toText(body.message) ?? toText(body.detail) ?? toText(body.title)
}

/** One spelling for all: `repeatedCrmMessageId` and `Bad Request` become `REPEATED_CRM_MESSAGE_ID` and `BAD_REQUEST`. */
function toCode(code: string | undefined): string {
  const words = code?.slice(0, 100).replace(/([a-z0-9])([A-Z])/g, '$1_$2')
  return words?.replace(/[^\p{L}\p{N}]+/gu, '_').toUpperCase() || 'UNKNOWN_ERROR'
}

function toText(value: unknown): string | undefined {
  if (Array.isArray(value)) return toText(value.filter((item) => typeof item === 'string').join('; '))
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 500) : undefined
}
