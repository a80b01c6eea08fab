/** Base of everything this package throws. */
export class SandboxError extends Error {
  override readonly name: string = 'SandboxError'
}

/** An option has a value that the sandbox cannot work with. */
export class InvalidOptionError extends SandboxError {
  override readonly name = 'InvalidOptionError'
}

/** The key of a new account opens another one already. */
export class AccountExistsError extends SandboxError {
  override readonly name = 'AccountExistsError'

  constructor() {
    super('This key belongs to an account of the sandbox already: every account needs keys of its own.')
  }
}

/** There is no snapshot of this name. */
export class SnapshotNotFoundError extends SandboxError {
  override readonly name = 'SnapshotNotFoundError'

  constructor(snapshot: string) {
    super(`There is no snapshot ${JSON.stringify(snapshot.slice(0, 100))}. Save it first, or look at the list.`)
  }
}

/** No request that was waited for came in time. */
export class RequestNotSeenError extends SandboxError {
  override readonly name = 'RequestNotSeenError'

  constructor({ filter, timeoutMs, seen }: { filter: unknown; timeoutMs: number; seen: string[] }) {
    const before = seen.length > 0 ? `The last ones were: ${seen.join('; ')}.` : 'There was none at all.'
    super(`No request like ${JSON.stringify(filter)} came within ${timeoutMs} ms. ${before}`)
  }
}

/** Another program listens on the port. */
export class PortTakenError extends SandboxError {
  override readonly name = 'PortTakenError'
  readonly port: number

  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or choose another: --port or SANDBOX_PORT (0 takes any free one).`)
    this.port = port
  }
}

/** The data file could not be opened, or is no database of the sandbox. */
export class DataFileError extends SandboxError {
  override readonly name = 'DataFileError'
  readonly path: string

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`The data file ${path} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.path = path
  }
}
