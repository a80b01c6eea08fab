import type { ChatProxyOptions } from '@crm-chat/proxy'
import type { Logger } from 'pino'

/** Entry of the proxy that connects processes by Redis. */
const entry: string = '@crm-chat/proxy/redis'

/**
 * Adds what several processes share, where `REDIS_URL` names a Redis: events, idempotency keys and limits. `CRM_CHAT_SECRET` signs
 * what is in it.
 */
export async function withSharedState({
  options,
  env,
  logger,
}: {
  options: ChatProxyOptions
  env: NodeJS.ProcessEnv
  logger: Logger
}): Promise<ChatProxyOptions> {
  const url = env.REDIS_URL
  if (!url || 'shared' in options) return options
  const { redis }: { redis?: unknown } = await import(/* @vite-ignore */ entry).catch(() => ({}))
  if (typeof redis === 'function') {
    const shared = { shared: redis({ url, secret: env.CRM_CHAT_SECRET ?? '' }) }
    return { ...options, ...shared }
  }
  logger.warn({}, 'REDIS_URL is set, but this version of @crm-chat/proxy has no Redis: each process works by itself')
  return options
}
