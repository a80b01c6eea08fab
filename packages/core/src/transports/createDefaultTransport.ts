import { ChatError } from '../ChatError.ts'
import type { SessionReader } from '../session/createSessionReader.ts'
import { polling } from './polling.ts'
import { sse } from './sse.ts'
import type { Transport, TransportParameters } from './transport.ts'

/**
 * Uses the stream where the proxy has one and polls where it has none. Where it has no counter at all, nothing is sent.
 * The stream does not wait for the session: if it turns out to be missing, the session is read. A proxy whose server cannot
 * stream says so, and is polled from then on.
 */
export function createDefaultTransport(session: Pick<SessionReader, 'capabilities' | 'read'>): Transport {
  let cannotStream = false

  async function runStream(parameters: TransportParameters): Promise<void> {
    try {
      await sse().run(parameters)
    } catch (error) {
      if (!(error instanceof ChatError) || !missingCodes.includes(error.code)) throw error
      cannotStream = error.code === 'not_supported'
      if (cannotStream) return polling().run(parameters)
      const { capabilities } = await session.read()
      if (capabilities.includes('events')) throw error
      await runWithoutStream({ parameters, capabilities })
    }
  }

  return {
    run: (parameters) => {
      if (cannotStream) return polling().run(parameters)
      const capabilities = session.capabilities.getState()
      const hasStream = capabilities?.includes('events') ?? true
      return hasStream ? runStream(parameters) : runWithoutStream({ parameters, capabilities: capabilities ?? [] })
    },
  }
}

/** Codes of a proxy that does not know the stream, or says that it has none. */
const missingCodes = ['not_found', 'method_not_allowed', 'not_supported']

async function runWithoutStream({
  parameters,
  capabilities,
}: {
  parameters: TransportParameters
  capabilities: string[]
}): Promise<void> {
  if (capabilities.includes('unanswered')) return polling().run(parameters)
  const message = 'The vendor behind the chat proxy has no counter of unanswered messages.'
  throw new ChatError({ code: 'not_supported', message, retryable: false })
}
