import type { ChatProxyOptions } from '@crm-chat/proxy'

/**
 * Adds what several processes share, where `REDIS_URL` names a Redis: events, idempotency keys and limits. `CRM_CHAT_SECRET` signs
 * what is in it. Problems name the variables.
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
  const shared = redis({ url, secret: env.CRM_CHAT_SECRET ?? '' })
  return { ...options, shared: { ...shared, problems: () => shared.problems().map(nameVariables) } }
}

function nameVariables(problem: string): string {
  return problem.replace('the secret of redis()', 'CRM_CHAT_SECRET').replace('the url of redis()', 'REDIS_URL')
}
