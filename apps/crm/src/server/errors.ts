import type { ApiErrorCode } from '../api/apiError.ts'
import type { FieldProblem } from '../api/fieldProblem.ts'

/** Base class of the CRM server's errors. */
export class CrmError extends Error {
  override readonly name: string = 'CrmError'
}

/** An environment variable is missing or invalid. */
export class EnvError extends CrmError {
  override readonly name = 'EnvError'
}

/** Another program uses the port. */
export class PortTakenError extends CrmError {
  override readonly name = 'PortTakenError'

  constructor(port: number) {
    super(`Port ${port} is in use. Stop the other program, or set PORT to another port (0 picks any free one).`)
  }
}

/** The database file cannot be opened, or was not written by this CRM. */
export class DataFileError extends CrmError {
  override readonly name = 'DataFileError'

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`CRM_DATA: cannot use ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/** Parameters of {@link ApiError}. */
export interface ApiErrorParameters {
  code: ApiErrorCode
  message: string
  fields?: Record<string, FieldProblem>
  current?: unknown
}

/** Makes a route respond with an error. */
export class ApiError extends CrmError {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode
  /** Reasons why fields were refused, by their names. */
  readonly fields: Record<string, FieldProblem> | undefined
  /** The item as it is now, for whoever has changed a stale one. */
  readonly current: unknown

  constructor({ code, message, fields, current }: ApiErrorParameters) {
    super(message)
    this.code = code
    this.fields = fields
    this.current = current
  }
}
