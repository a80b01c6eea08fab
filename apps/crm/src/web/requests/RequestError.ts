import type { ApiErrorCode } from '../../api/apiError.ts'
import type { FieldProblem } from '../../api/fieldProblem.ts'

/** A failed request to the CRM's server. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** `unreachable` without a valid response from the server. */
  readonly code: ApiErrorCode | 'unreachable'
  readonly fields: Record<string, FieldProblem>
  /** With `conflict`: the item as it is now, in the form of its `GET` response. */
  readonly current: unknown

  constructor({
    code,
    message,
    fields = {},
    current,
    cause,
  }: {
    code: ApiErrorCode | 'unreachable'
    message: string
    fields?: Record<string, FieldProblem> | undefined
    current?: unknown
    cause?: unknown
  }) {
    super(message, { cause })
    this.code = code
    this.fields = fields
    this.current = current
  }
}
