import { type ChatProxy, InvalidOptionsError } from '@crm-chat/proxy'
import { ConfigError } from '../errors.ts'

/** Checks the options of a proxy. @throws {ConfigError} naming every problem */
export function checkOptions({ chat, file }: { chat: ChatProxy; file: string }): void {
  try {
    chat.health()
  } catch (error) {
    if (error instanceof InvalidOptionsError) throw new ConfigError(`${file}: ${error.message}`)
    throw error
  }
}
