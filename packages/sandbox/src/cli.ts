#!/usr/bin/env node
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { createSandbox, type Sandbox, type SandboxTls } from './createSandbox.ts'
import type { SandboxOptions } from './sandboxOptions.ts'
import { InvalidOptionError, SandboxError } from './store/errors.ts'
import { findSeed } from './store/seed/readSeed.ts'
import type { Command } from './traffic/command.ts'

const help = `crm-chat-sandbox: emulates the messenger vendors on this machine

  --port <number>          port to listen on; 0 picks a free one (default: SANDBOX_PORT, else 4010)
  --host <address>         loopback address to listen on (default: 127.0.0.1)
  --seed <file>            initial data, as YAML or JSON (default: seed.yaml or seed.yml of this folder, if present)
  --quirk <name>           switch a quirk on; may be repeated
  --data <file>            file to store the data in (default: in memory, lost when the sandbox stops)
  --ids <text>             seed of generated ids: another text gives other ids (default: "sandbox")
  --no-limit               accept any number of requests, instead of 500 in 5 seconds per key
  --allow-public-webhooks  deliver webhooks to addresses on the internet too
  --tls                    serve https, with a certificate that is created at start
  --allow-production       start even if NODE_ENV is "production" or "prod"
  --help                   show this help

The API key is WAZZUP_API_KEY, else "sandbox_wazzup". To sign in at Whatomate, use admin@example.com or maria@example.com with
the password "sandbox-password".

Other commands; "crm-chat-sandbox <command> --help" shows their options:
  compare                  compare a real account with the sandbox, for a report without personal data
  record                   save the traffic of a real service as files without personal data
  replay <folder>          serve recorded traffic`

/** Subcommands, loaded on demand, so that the sandbox starts sooner. */
const commands: Record<string, () => Promise<Command>> = {
  compare: async () => (await import('./traffic/compare/compareCommand.ts')).compareCommand,
  record: async () => (await import('./traffic/recording/recordCommand.ts')).recordCommand,
  replay: async () => (await import('./traffic/recording/replayCommand.ts')).replayCommand,
}

const [first = '', ...rest] = process.argv.slice(2)
try {
  if (Object.hasOwn(commands, first)) await runCommand(await commands[first]?.(), rest)
  else await runSandbox()
} catch (error) {
  if (!(error instanceof SandboxError)) throw error
  console.error(`crm-chat-sandbox: ${error.message}`)
  process.exitCode = 1
}

async function runSandbox(): Promise<void> {
  const options = await readOptions()
  if (options === 'help') {
    console.log(help)
    return
  }
  const sandbox = await createSandbox(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(sandbox))
  const { url, tls } = sandbox
  const json = process.env.CRM_CHAT_READY === 'json'
  console.log(json ? JSON.stringify({ ready: 'sandbox', url, tls }) : `The sandbox is at ${url}`)
  if (tls && !json) console.log(describeTrust(tls))
}

function describeTrust({ caFile, spkiHash }: SandboxTls): string {
  return `To trust it in Node:     NODE_EXTRA_CA_CERTS=${caFile}
To trust it in Chromium: --ignore-certificate-errors-spki-list=${spkiHash}`
}

/** Runs a subcommand. An argument too many may be a key by mistake, so that no message repeats it. */
async function runCommand(command: Command | undefined, args: string[]): Promise<void> {
  if (!command) return
  const { values: flags, positionals } = parseFlags({ options: command.options, args })
  if (flags.help) {
    console.log(command.help)
    return
  }
  const [argument, ...others] = positionals
  if (others.length > 0 || (argument !== undefined && command.argument === undefined))
    throw new InvalidOptionError('There are too many arguments. See --help.')
  await command.run({ flags, argument, env: process.env, startSandbox, untilStopped })
}

/** Starts a sandbox that only the subcommand uses, so in production too. */
function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  return createSandbox({ ...options, allowProduction: true })
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

async function stop(sandbox: Sandbox): Promise<void> {
  await sandbox.close()
  process.exit(0)
}

/** @throws {InvalidOptionError} */
async function readOptions(): Promise<SandboxOptions | 'help'> {
  const { env } = process
  const flags = readFlags()
  if (flags.help) return 'help'
  const port = flags.port ?? env.SANDBOX_PORT
  const seed = flags.seed ?? (await findSeed(process.cwd()))
  return {
    ...(port ? { port: parsePort(port) } : {}),
    ...(flags.host === undefined ? {} : { host: flags.host }),
    ...(seed === undefined ? {} : { seed }),
    quirks: flags.quirk ?? [],
    ...(flags.ids === undefined ? {} : { ids: flags.ids }),
    ...(flags.tls ? { tls: true } : {}),
    ...(flags['no-limit'] ? { limit: false } : {}),
    ...(flags['allow-production'] ? { allowProduction: true } : {}),
    ...(flags['allow-public-webhooks'] ? { allowPublicWebhooks: true } : {}),
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(env.WAZZUP_API_KEY ? { apiKey: env.WAZZUP_API_KEY } : {}),
  }
}

function readFlags() {
  const { values, positionals } = parseFlags({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      ids: { type: 'string' },
      quirk: { type: 'string', multiple: true },
      'no-limit': { type: 'boolean' },
      tls: { type: 'boolean' },
      'allow-public-webhooks': { type: 'boolean' },
      'allow-production': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    args: process.argv.slice(2),
  })
  if (positionals.length === 0) return values
  throw new InvalidOptionError(`The only commands are ${Object.keys(commands).join(', ')}. See --help.`)
}

/** Parses the options of the program or of a subcommand. @throws {InvalidOptionError} */
function parseFlags<const Options extends NonNullable<ParseArgsConfig['options']>>({
  options,
  args,
}: {
  options: Options
  args: string[]
}) {
  try {
    return parseArgs({ options, args, allowPositionals: true })
  } catch (cause) {
    throw new InvalidOptionError(`${cause instanceof Error ? cause.message : cause} See --help.`)
  }
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new InvalidOptionError(`The port must be a number from 0 to 65535; it is ${JSON.stringify(text)}.`)
}
