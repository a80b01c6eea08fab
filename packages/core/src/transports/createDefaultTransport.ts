import type { ChatError } from '../ChatError.ts'
import type { ClientContext } from '../clientContext.ts'
import { isChatError } from '../lightErrors.ts'
import { runSse } from './runSse.ts'
import type { Transport } from './transport.ts'

/**
 * Uses the stream where the proxy has one. The stream does not wait for the session: if it turns out to be missing, another
 * part of the client finds out what there is instead.
 */
export function createDefaultTransport(context: ClientContext): Transport {
  return {
    run: async (parameters) => {
      let cause: ChatError | undefined
      if (!context.cannotStream && (context.capabilities.getState()?.includes('events') ?? true)) {
        try {
          return await runSse(parameters)
        } catch (error) {
          if (!(isChatError(error) && missingCodes.includes(error.code))) throw error
          cause = error
        }
      }
      await (await import('../seldom.ts')).seldom.runWithoutStream({ context, parameters, cause })
    },
  }
}

/** Codes of a proxy that does not know the stream, or says that it has none. */
const missingCodes = ['not_found', 'method_not_allowed', 'not_supported']
