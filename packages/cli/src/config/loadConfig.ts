import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ChatProxyOptions, memoryConversations } from '@crm-chat/proxy'
import { describeError } from '../describeError.ts'
import { ConfigError } from '../errors.ts'
import { type Account, recordAccount } from './account.ts'
import type { ConfigTools } from './chatConfig.ts'

/** A configuration that was read. */
export interface LoadedConfig {
  options: ChatProxyOptions
  /** Undefined where the file imports its backend itself, so that nobody knows its key. */
  account: Account | undefined
}

/** Reads a configuration. @throws {ConfigError} */
export async function loadConfig({ file, env }: { file: string; env: NodeJS.ProcessEnv }): Promise<LoadedConfig> {
  const path = resolve(file)
  if (!existsSync(path))
    throw new ConfigError(`There is no file ${file}. Write the configuration there, or change --config.`)
  const given = await importDefault({ path, file })
  const { backends, account } = recordAccount()
  const options = await toOptions({ given, file, tools: { env, memoryConversations, ...backends } })
  return { options, account: account() }
}

async function importDefault({ path, file }: { path: string; file: string }): Promise<unknown> {
  let module: { default?: unknown }
  try {
    module = await import(/* @vite-ignore */ pathToFileURL(path).href)
  } catch (error) {
    throw new ConfigError(`${file} cannot be loaded: ${describeError(error)}.`)
  }
  if (module.default !== undefined) return module.default
  throw new ConfigError(`${file} has no default export. Write: export default ({ env, wazzupV2 }) => ({ … }).`)
}

async function toOptions({
  given,
  file,
  tools,
}: {
  given: unknown
  file: string
  tools: ConfigTools
}): Promise<ChatProxyOptions> {
  let options: unknown
  try {
    options = typeof given === 'function' ? await given(tools) : given
  } catch (error) {
    throw new ConfigError(`The default export of ${file} failed: ${describeError(error)}.`)
  }
  // `createChatProxy` checks the options one by one.
  if (typeof options === 'object' && options !== null) return options as ChatProxyOptions
  throw new ConfigError(
    `The default export of ${file} must be the options of createChatProxy, or a function that returns them.`,
  )
}
