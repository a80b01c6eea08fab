import { join } from 'node:path'
import { createLogger } from './createLogger.ts'
import { type Env, parseEnv } from './env.ts'
import { CrmError } from './errors.ts'
import { startCrm } from './startCrm.ts'
import { keysOf } from './vendor/vendorAccounts.ts'

/** Source and build both lie two folders below the package, so one path serves both. */
const webRoot = join(import.meta.dirname, '..', '..', 'dist', 'web')

try {
  await run(parseEnv(process.env))
} catch (error) {
  if (!(error instanceof CrmError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function run(env: Env): Promise<void> {
  const { logLevel, jsonReady, drainMs, ...options } = env
  const logger = createLogger({
    level: logLevel,
    secrets: keysOf(options.accounts),
    destination: jsonReady ? process.stderr : process.stdout,
  })
  const crm = await startCrm({ ...options, webRoot, logger })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void crm.close({ deadlineMs: drainMs }).then(() => process.exit(0)))
  }
  logger.info({ url: crm.url }, 'CRM listening')
  if (jsonReady) process.stdout.write(`${JSON.stringify({ ready: 'crm', url: crm.url })}\n`)
}
