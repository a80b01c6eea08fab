import { describeError } from '../describeError.ts'
import { CliError } from '../errors.ts'
import { createConfigRedactor } from './createConfigRedactor.ts'

/** Means to keep secrets out of the output. */
export interface Secrecy {
  /** Takes the secrets that are known out of a text. */
  redact: (text: string) => string
  /** Takes note of secrets that become known on the way. */
  remember: (secrets: () => string[]) => void
}

/** Runs something that knows secrets. No error that it throws holds one. @throws {CliError} */
export async function withoutSecrets<Result>({
  env,
  run,
}: {
  env: NodeJS.ProcessEnv
  run: (secrecy: Secrecy) => Promise<Result>
}): Promise<Result> {
  const known: (() => string[])[] = []
  const redact = createConfigRedactor({ env, secrets: () => known.flatMap((secrets) => secrets()) })
  try {
    return await run({ redact, remember: (secrets) => known.push(secrets) })
  } catch (error) {
    if (!(error instanceof CliError)) throw new CliError(redact(describeError(error)))
    error.message = redact(error.message)
    throw error
  }
}
