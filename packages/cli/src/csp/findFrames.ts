import { createChatProxy, isLoopback } from '@crm-chat/proxy'
import type { Account } from '../config/account.ts'
import { checkOptions } from '../config/checkOptions.ts'
import { type LoadedConfig, loadConfig } from '../config/loadConfig.ts'
import { silentLogger } from '../config/silentLogger.ts'
import { withoutSecrets } from '../config/withoutSecrets.ts'
import { isWazzupSource } from '../doctor/wazzupFrames.ts'
import { framesOf } from './vendorFrames.ts'

/**
 * Finds the sources of the chat windows that a configuration opens; undefined for those of a backend that nobody knows.
 * @throws {ConfigError} for an invalid configuration
 */
export function findFrames({
  file,
  env,
}: {
  file: string
  env: NodeJS.ProcessEnv
}): Promise<readonly string[] | undefined> {
  return withoutSecrets({
    env,
    run: async ({ remember }) => {
      const config = await loadConfig({ file, env })
      remember(() => config.account?.secrets() ?? [])
      const chat = createChatProxy({ logger: silentLogger, ...config.options })
      checkOptions({ chat, file })
      await chat.close()
      return framesOfConfig(config)
    },
  })
}

function framesOfConfig({ options: { backend }, account }: LoadedConfig): readonly string[] | undefined {
  if (!backend.windows) return []
  return account ? framesOfAccount(account) : framesOf(backend.name)
}

/** The proxy takes links to the vendor's own domain and to the host that is configured; to this machine only if that is there. */
function framesOfAccount({ vendor, baseUrl }: Account): readonly string[] {
  const own = framesOf(vendor) ?? []
  if (baseUrl === undefined) return own
  const { hostname, origin } = new URL(baseUrl)
  if (isWazzupSource(origin)) return own
  return isLoopback(hostname) ? [origin] : [...own, origin]
}
