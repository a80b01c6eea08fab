import type { ApiErrorCode } from '../api/apiError.ts'

/** Base of everything the CRM's server throws on purpose. */
export class CrmError extends Error {
  override readonly name: string = 'CrmError'
}

/** The environment does not say what the server needs. */
export class EnvError extends CrmError {
  override readonly name = 'EnvError'
}

/** Another program listens on the port. */
export class PortTakenError extends CrmError {
  override readonly name = 'PortTakenError'

  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or choose another one with PORT (0 takes any free one).`)
  }
}

/** The database file cannot be opened, or is no database of the CRM. */
export class DataFileError extends CrmError {
  override readonly name = 'DataFileError'

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`CRM_DATA is ${path}, which cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/** A request is answered with an error. */
export class ApiError extends CrmError {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode
  readonly fields: Record<string, string> | undefined

  constructor({ code, message, fields }: { code: ApiErrorCode; message: string; fields?: Record<string, string> }) {
    super(message)
    this.code = code
    this.fields = fields
  }
}
