import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './errors.ts'

/** The process around a command. */
export interface Shell {
  env: NodeJS.ProcessEnv
  fetch: typeof fetch
  /** Writes a text and a line break to the standard output. */
  print: (text: string) => void
  /** The same to the standard error. */
  printError: (text: string) => void
  /** Reads the standard input to its end, or as far as any command needs it. */
  readInput: () => Promise<string>
  /** Resolves when the process is asked to end. */
  untilStopped: () => Promise<void>
}

/** A command of `crm-chat`. */
export interface Command {
  help: string
  /** @returns the exit code */
  run: (parameters: { args: string[]; shell: Shell }) => Promise<number>
}

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<Known extends Options> = ReturnType<
  typeof parseArgs<{ options: Known; args: string[]; allowPositionals: true }>
>

/** Parses the options of a command. An argument too many may be a key by mistake, so that no message repeats it. @throws {UsageError} */
export function parseFlags<const Known extends Options>({
  options,
  args,
}: {
  options: Known
  args: string[]
}): Parsed<Known>['values'] {
  const { values, positionals } = parse({ options, args })
  if (positionals.length > 0) throw new UsageError('There are too many arguments. See --help.')
  return values
}

function parse<const Known extends Options>(parameters: { options: Known; args: string[] }): Parsed<Known> {
  try {
    return parseArgs({ ...parameters, allowPositionals: true })
  } catch {
    const unknown = parameters.args.find((arg) => arg.startsWith('--') && !isKnown({ ...parameters, arg }))
    const name = /^--[a-z-]{1,30}(?==|$)/.exec(unknown ?? '')?.[0]
    throw new UsageError(
      `${name ? `There is no option ${name}.` : 'An option is unknown, or lacks its value.'} See --help.`,
    )
  }
}

function isKnown({ options, arg }: { options: object; arg: string }): boolean {
  return Object.hasOwn(options, arg.slice(2).replace(/=.*/s, ''))
}

/** Parses a port. @param parameters.name the flag or variable that it comes from @throws {UsageError} */
export function parsePort({ name, text }: { name: string; text: string }): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`${name} must be a port: a number from 0 to 65535.`)
}

/** Parses an http or https address. @throws {UsageError} */
export function parseUrl({ name, text }: { name: string; text: string }): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url
  throw new UsageError(`${name} must be an http or https address without credentials, e.g. https://crm.example.com.`)
}
