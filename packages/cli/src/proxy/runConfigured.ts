import type { RequestListener } from 'node:http'
import { type ChatProxy, createChatProxy, OperationError } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import type { Logger } from 'pino'
import type { Shell } from '../command.ts'
import { checkOptions } from '../config/checkOptions.ts'
import { loadConfig } from '../config/loadConfig.ts'
import { withoutSecrets } from '../config/withoutSecrets.ts'
import { describeError } from '../describeError.ts'
import { createLogger } from './createLogger.ts'
import { serveMetrics } from './serveMetrics.ts'
import { notFound, type RunningProxy, startProxy } from './startProxy.ts'
import { withSharedState } from './withSharedState.ts'

/** Parameters of a proxy that runs until it is stopped. */
export interface RunParameters {
  shell: Shell
  host: string
  port: number
  /** Address for Prometheus. */
  metrics: { host: string; port: number } | undefined
  drainMs: number
}

/** Runs a proxy with a configuration, until it is asked to stop. @returns the exit code */
export function runConfigured({ file, shell, ...parameters }: RunParameters & { file: string }): Promise<number> {
  const { env } = shell
  return withoutSecrets({
    env,
    run: async ({ remember, redact }) => {
      const logger = createLogger(shell)
      const { options, account } = await loadConfig({ file, env })
      remember(() => account?.secrets() ?? [])
      const chat = createChatProxy(await withSharedState({ options: { logger, ...options }, env }))
      checkOptions({ chat, file })
      await serve({ chat, shell, logger, redact, ...parameters })
      return 0
    },
  })
}

async function serve({
  chat,
  shell,
  logger,
  redact,
  host,
  port,
  metrics: metricsAddress,
  drainMs,
}: RunParameters & { chat: ChatProxy; logger: Logger; redact: (text: string) => string }): Promise<void> {
  const stopped = shell.untilStopped()
  const handler = toNode(chat)
  const handle: RequestListener = (request, response) => handler(request, response, () => notFound(request, response))
  const proxy = await startProxy({ chat, handle, host, port })
  const metrics = metricsAddress && (await stopUnless(proxy, serveMetrics({ chat, ...metricsAddress })))
  logger.info(
    { url: proxy.url, basePath: chat.basePath, ...(metrics && { metrics: metrics.url }) },
    'the chat proxy listens',
  )
  void checkVendor({ chat, logger, redact })
  await stopped
  logger.info({ drainMs }, 'the chat proxy stops')
  await proxy.stop({ drainMs })
  await metrics?.close()
  logger.info({}, 'the chat proxy has stopped')
}

/** Stops a proxy where something that belongs to it fails. */
async function stopUnless<Result>(proxy: RunningProxy, started: Promise<Result>): Promise<Result> {
  try {
    return await started
  } catch (error) {
    await proxy.stop({ drainMs: 0 })
    throw error
  }
}

/** A vendor that is away does not keep the proxy from starting, or a restart during an outage would end the chats. */
async function checkVendor({
  chat,
  logger,
  redact,
}: {
  chat: ChatProxy
  logger: Logger
  redact: (text: string) => string
}): Promise<void> {
  try {
    await chat.check()
    logger.info({}, 'the vendor takes the key')
  } catch (error) {
    const code = error instanceof OperationError ? error.code : undefined
    logger.error(
      { code, reason: redact(describeError(error)) },
      'the vendor cannot be used; crm-chat doctor finds out why',
    )
  }
}
