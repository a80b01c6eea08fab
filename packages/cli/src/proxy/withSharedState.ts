import type { ChatProxyOptions } from '@crm-chat/proxy'

/**
 * Adds what several processes share, where `REDIS_URL` names a Redis: events, idempotency keys and limits. `CRM_CHAT_SECRET` signs
 * what is in it.
 */
export async function withSharedState({
  options,
  env,
}: {
  options: ChatProxyOptions
  env: NodeJS.ProcessEnv
}): Promise<ChatProxyOptions> {
  const url = env.REDIS_URL
  if (!url || options.shared) return options
  const { redis } = await import('@crm-chat/proxy/redis')
  return { ...options, shared: redis({ url, secret: env.CRM_CHAT_SECRET ?? '' }) }
}
