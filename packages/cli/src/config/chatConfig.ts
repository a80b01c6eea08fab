import type { ChatProxyOptions, memoryConversations, wazzupTech, wazzupV2, wazzupV3, whatomate } from '@crm-chat/proxy'

/** Parts for a configuration, so that a file needs no package beside it. */
export interface ConfigTools {
  /** Variables of the environment, e.g. the key. */
  env: NodeJS.ProcessEnv
  wazzupV2: typeof wazzupV2
  wazzupV3: typeof wazzupV3
  wazzupTech: typeof wazzupTech
  whatomate: typeof whatomate
  memoryConversations: typeof memoryConversations
}

/**
 * Default export of `crm-chat.config.mjs`: the options of `createChatProxy`, or a function that returns them.
 * @example
 * export default ({ env, wazzupV2 }) => ({
 *   backend: wazzupV2({ apiKey: env.WAZZUP_API_KEY }),
 *   identify: (request) => sessionUser(request.headers.get('cookie')),
 * })
 */
export type ChatConfig = ChatProxyOptions | ((tools: ConfigTools) => ChatProxyOptions | Promise<ChatProxyOptions>)
