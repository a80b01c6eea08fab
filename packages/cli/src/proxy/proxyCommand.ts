import { type Command, parseFlags, parsePort } from '../command.ts'
import { UsageError } from '../errors.ts'
import { runConfigured } from './runConfigured.ts'
import { runWithSandbox } from './runWithSandbox.ts'

const help = `crm-chat proxy: runs the proxy by itself, beside your CRM

  --config <file>         configuration, e.g. crm-chat.config.mjs: export default ({ env, wazzupV2 }) => ({ … })
  --sandbox               starts the sandbox, and a proxy with a demo user in front of it, for this machine only
  --pages <folder>        with --sandbox: serves the HTML pages of a folder beside the proxy, e.g. --pages .
  --host <address>        address to listen on (default: 127.0.0.1; with --sandbox a loopback address only)
  --port <number>         port to listen on; 0 picks a free one (default: PORT, else 8080)
  --sandbox-port <number> port of the sandbox (default: SANDBOX_PORT, else 4010)
  --metrics-port <number> port for Prometheus, at /metrics (default: none)
  --metrics-host <address> address for it (default: 127.0.0.1, whatever --host is)
  --drain <seconds>       time for pages to move to another process when this one is stopped (default: 10)
  --help                  show this help

GET /livez responds with 200 while the process runs, GET /readyz with 200 while it takes requests. SIGTERM and SIGINT stop it
without losing a request. REDIS_URL connects several processes, LOG_LEVEL sets what is logged (default: info).`

const options = {
  config: { type: 'string' },
  sandbox: { type: 'boolean', default: false },
  pages: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string' },
  'sandbox-port': { type: 'string' },
  'metrics-port': { type: 'string' },
  'metrics-host': { type: 'string', default: '127.0.0.1' },
  drain: { type: 'string', default: '10' },
} as const

/** Runs a proxy: `crm-chat proxy`. */
export const proxyCommand: Command = {
  help,
  async run({ args, shell }) {
    const { env } = shell
    const flags = parseFlags({ options, args })
    if (flags.sandbox === (flags.config !== undefined)) {
      throw new UsageError('proxy needs either --config <file> or --sandbox. See --help.')
    }
    if (flags.pages !== undefined && !flags.sandbox) {
      throw new UsageError('--pages goes with --sandbox only. In production, your own server has your pages.')
    }
    const common = {
      shell,
      host: flags.host,
      port: readPort({ flag: '--port', text: flags.port, env, variable: 'PORT', otherwise: '8080' }),
      drainMs: parseSeconds(flags.drain) * 1_000,
    }
    const metricsPort = flags['metrics-port']
    const metrics =
      metricsPort === undefined
        ? undefined
        : { host: flags['metrics-host'], port: parsePort({ name: '--metrics-port', text: metricsPort }) }
    if (flags.config !== undefined) return runConfigured({ ...common, metrics, file: flags.config })
    const sandboxPort = readPort({
      flag: '--sandbox-port',
      text: flags['sandbox-port'],
      env,
      variable: 'SANDBOX_PORT',
      otherwise: '4010',
    })
    return runWithSandbox({ ...common, sandboxPort, pages: flags.pages })
  },
}

/** Reads a port from a flag, a variable of the environment, or neither. @throws {UsageError} naming where it comes from */
function readPort({
  flag,
  text,
  env,
  variable,
  otherwise,
}: {
  flag: string
  text: string | undefined
  env: NodeJS.ProcessEnv
  variable: string
  otherwise: string
}): number {
  if (text !== undefined) return parsePort({ name: flag, text })
  return parsePort({ name: variable, text: env[variable] || otherwise })
}

function parseSeconds(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new UsageError('--drain must be a number of seconds from 0 to 999.')
}
