import { SandboxError } from '../../store/errors.ts'

/** A request is not on the list of harmless ones, so it was not sent. */
export class RequestNotAllowedError extends SandboxError {
  override readonly name = 'RequestNotAllowedError'
  readonly method: string

  constructor({ method, reason }: { method: string; reason: string }) {
    super(`A ${method} request was not sent: ${reason}`)
    this.method = method
  }
}

/** The account cannot be compared: no connection, or the key is refused. */
export class ComparisonError extends SandboxError {
  override readonly name = 'ComparisonError'
}
