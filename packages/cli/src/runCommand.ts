import type { Command, Shell } from './command.ts'
import { CliError, UsageError } from './errors.ts'

const help = `crm-chat: messenger chats inside a CRM

  crm-chat proxy --config <file>             runs the proxy with a configuration
  crm-chat proxy --sandbox                   tries the proxy with the sandbox: no account, no key
  crm-chat doctor --url <url> --config <file>  finds out why a setup does not work
  crm-chat csp --config <file>               prints the Content-Security-Policy that a page needs

"crm-chat <command> --help" shows the options of a command.`

/** Commands, loaded on demand, so that each starts sooner. */
const commands: Record<string, () => Promise<Command>> = {
  proxy: async () => (await import('./proxy/proxyCommand.ts')).proxyCommand,
  doctor: async () => (await import('./doctor/doctorCommand.ts')).doctorCommand,
  csp: async () => (await import('./csp/cspCommand.ts')).cspCommand,
}

/** Runs a command line. @returns the exit code: 0 for success, 1 for a failure or a finding, 2 for a wrong command line */
export async function runCommand({ args, shell }: { args: string[]; shell: Shell }): Promise<number> {
  try {
    return await run({ args, shell })
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    shell.printError(`crm-chat: ${error.message}`)
    return error.exitCode
  }
}

async function run({ args: [name = '', ...args], shell }: { args: string[]; shell: Shell }): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) {
    const command = await load()
    if (!args.includes('--help') && !args.includes('-h')) return command.run({ args, shell })
    shell.print(command.help)
    return 0
  }
  if (name !== '--help' && name !== '-h') {
    throw new UsageError(`The commands are ${Object.keys(commands).join(', ')}. See crm-chat --help.`)
  }
  shell.print(help)
  return 0
}
