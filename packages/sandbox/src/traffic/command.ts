import type { ParseArgsConfig } from 'node:util'
import type { SandboxAccount } from '../account/createTenant.ts'
import type { SeedInput } from '../store/seed/seedSchema.ts'

/** A subcommand of the program. */
export interface Command {
  help: string
  options: NonNullable<ParseArgsConfig['options']>
  /** Name of its argument, if it has one. */
  argument?: string
  /** Runs it. @throws {SandboxError} with a message for the user */
  run: (call: CommandCall) => Promise<void>
}

/** Values of options, by name. */
export type Flags = Record<string, string | boolean | (string | boolean)[] | undefined>

/** The environment of a subcommand. */
export interface CommandCall {
  flags: Flags
  argument: string | undefined
  env: Record<string, string | undefined>
  /** Starts a sandbox on a free port. */
  startSandbox: (options: {
    port: 0
    seed: SeedInput
  }) => Promise<SandboxAccount & { url: string; close: () => Promise<void> }>
  /** Waits until the program is told to stop. */
  untilStopped: () => Promise<void>
}

/** Reads an option that is a text. */
export function readText(flags: Flags, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}
