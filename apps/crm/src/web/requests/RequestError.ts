import type { ApiErrorCode } from '../../api/apiError.ts'

/** Why a request to the CRM's server has failed. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** `unreachable` when there was no answer of the server's. */
  readonly code: ApiErrorCode | 'unreachable'
  readonly fields: Record<string, string>

  constructor({
    code,
    message,
    fields = {},
    cause,
  }: {
    code: ApiErrorCode | 'unreachable'
    message: string
    fields?: Record<string, string> | undefined
    cause?: unknown
  }) {
    super(message, { cause })
    this.code = code
    this.fields = fields
  }
}
