import { type Command, parseFlags, parsePort } from '../command.ts'
import { UsageError } from '../errors.ts'
import { runConfigured } from './runConfigured.ts'
import { runWithSandbox } from './runWithSandbox.ts'

const help = `crm-chat proxy: runs the proxy by itself, beside your CRM

  --config <file>         configuration, e.g. crm-chat.config.mjs: export default ({ env, wazzupV2 }) => ({ … })
  --sandbox               starts the sandbox, and a proxy with a demo user in front of it, for this machine only
  --host <address>        address to listen on (default: 127.0.0.1; with --sandbox a loopback address only)
  --port <number>         port to listen on; 0 picks a free one (default: PORT, else 8080)
  --sandbox-port <number> port of the sandbox (default: SANDBOX_PORT, else 4010)
  --metrics-port <number> port for Prometheus, at /metrics on the same host (default: none)
  --drain <seconds>       time for pages to move to another process when this one is stopped (default: 10)
  --help                  show this help

GET /livez responds with 200 while the process runs, GET /readyz with 200 while it takes requests. SIGTERM and SIGINT stop it
without losing a request. REDIS_URL connects several processes, LOG_LEVEL sets what is logged (default: info).`

const options = {
  config: { type: 'string' },
  sandbox: { type: 'boolean', default: false },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string' },
  'sandbox-port': { type: 'string' },
  'metrics-port': { type: 'string' },
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
    const metricsPort = flags['metrics-port']
    const common = {
      shell,
      host: flags.host,
      port: parsePort(flags.port ?? (env.PORT || '8080')),
      metricsPort: metricsPort === undefined ? undefined : parsePort(metricsPort),
      drainMs: parseSeconds(flags.drain) * 1_000,
    }
    if (flags.config !== undefined) return runConfigured({ ...common, file: flags.config })
    return runWithSandbox({ ...common, sandboxPort: parsePort(flags['sandbox-port'] ?? (env.SANDBOX_PORT || '4010')) })
  },
}

function parseSeconds(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new UsageError('--drain must be a number of seconds from 0 to 999.')
}
