/** Base of what the command reports in one line, without a stack. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly exitCode: number = 1
}

/** The command line is wrong. */
export class UsageError extends CliError {
  override readonly name = 'UsageError'
  override readonly exitCode = 2
}

/** The configuration cannot be read. */
export class ConfigError extends CliError {
  override readonly name = 'ConfigError'
  override readonly exitCode = 2
}
