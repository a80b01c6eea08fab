/** Base class of the errors that this package throws. */
export class SandboxError extends Error {
  override readonly name: string = 'SandboxError'
}

/** An option has an invalid value. */
export class InvalidOptionError extends SandboxError {
  override readonly name = 'InvalidOptionError'
}

/** The key of a new account belongs to another one. */
export class AccountExistsError extends SandboxError {
  override readonly name = 'AccountExistsError'

  constructor() {
    super('This key belongs to an account of the sandbox. Choose another key for the new account.')
  }
}

/** There is no snapshot of this name. */
export class SnapshotNotFoundError extends SandboxError {
  override readonly name = 'SnapshotNotFoundError'

  constructor(snapshot: string) {
    super(`There is no snapshot ${JSON.stringify(snapshot.slice(0, 100))}. Save it first, or choose one from the list.`)
  }
}

/** A request that was waited for did not arrive in time. */
export class RequestNotSeenError extends SandboxError {
  override readonly name = 'RequestNotSeenError'

  constructor({ filter, timeoutMs, seen }: { filter: unknown; timeoutMs: number; seen: string[] }) {
    const before = seen.length > 0 ? `The last ones were: ${seen.join('; ')}.` : 'There were no requests.'
    super(`No request matching ${JSON.stringify(filter)} arrived within ${timeoutMs} ms. ${before}`)
  }
}

/** Another program uses the port. */
export class PortTakenError extends SandboxError {
  override readonly name = 'PortTakenError'
  readonly port: number

  constructor(port: number) {
    super(
      `Port ${port} is taken. Stop the program that uses it, or choose another port with --port or SANDBOX_PORT (0 picks a free one).`,
    )
    this.port = port
  }
}

/** The data file cannot be opened, or is not a database of the sandbox. */
export class DataFileError extends SandboxError {
  override readonly name = 'DataFileError'
  readonly path: string

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`The data file ${path} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.path = path
  }
}
