import { join } from 'node:path'
import { createSandbox } from 'crm-chat-sandbox'
import type { HostOrder, HostReport, Servers } from '../../../scripts/serverHost.ts'
import { createLogger } from '../src/server/createLogger.ts'
import { parseEnv } from '../src/server/env.ts'
import { startCrm } from '../src/server/startCrm.ts'
import { keysOf } from '../src/server/vendor/vendorAccounts.ts'

/** A server of this process. */
interface Hosted {
  url: string
  close: () => Promise<void>
}

type Start = (parameters: { env: Record<string, string>; write: (line: string) => void }) => Promise<Hosted>

const webRoot = join(import.meta.dirname, '..', 'dist', 'web')

/** The servers, which read the environments of their commands. */
const starts: Record<keyof Servers, Start> = {
  sandbox: ({ env }) => createSandbox({ port: Number(env.SANDBOX_PORT), apiKey: env.WAZZUP_API_KEY ?? '' }),
  async crm({ env, write }) {
    const { logLevel, jsonReady: _, drainMs, ...options } = parseEnv(env)
    const logger = createLogger({ level: logLevel, secrets: keysOf(options.accounts), destination: { write } })
    const crm = await startCrm({ ...options, webRoot, logger })
    return { url: crm.url, close: () => crm.close({ deadlineMs: drainMs }) }
  },
}

const hosted = new Map<number, Hosted>()

process.channel?.ref() // It waits for orders while it has no server.

process.on('message', (order: HostOrder) => {
  const { id } = order
  const done = order.order === 'start' ? start(order) : stop(id)
  done.catch((error) => report({ report: 'failed', id, message: error instanceof Error ? error.message : `${error}` }))
})

async function start({ id, server, env }: Extract<HostOrder, { order: 'start' }>): Promise<void> {
  const write = (text: string): void => {
    for (const line of text.trimEnd().split('\n')) report({ report: 'line', id, line })
  }
  const started = await starts[server]({ env, write })
  hosted.set(id, started)
  report({ report: 'ready', id, url: started.url })
}

async function stop(id: number): Promise<void> {
  await hosted.get(id)?.close()
  hosted.delete(id)
  report({ report: 'stopped', id })
}

function report(what: HostReport): void {
  process.send?.(what)
}
