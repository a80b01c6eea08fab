import { ChatError } from '../ChatError.ts'
import type { ClientContext } from '../clientContext.ts'
import { readSessionOnce } from '../session/readSession.ts'
import { runPolling } from './runPolling.ts'
import type { TransportParameters } from './transport.ts'

/** Parameters of {@link runWithoutStream}. */
export interface RunWithoutStreamParameters {
  context: ClientContext
  parameters: TransportParameters
  /** Refusal of the stream, where it was tried. */
  cause: ChatError | undefined
}

/**
 * Polls where there is a counter but no stream of it. Where there is no counter at all, nothing is sent. A proxy whose server
 * cannot stream says so, and is polled from then on.
 */
export async function runWithoutStream({ context, parameters, cause }: RunWithoutStreamParameters): Promise<void> {
  context.cannotStream ||= cause?.code === 'not_supported'
  if (!context.cannotStream) await checkCapabilities({ context, cause })
  await runPolling(parameters)
}

async function checkCapabilities({ context, cause }: Omit<RunWithoutStreamParameters, 'parameters'>): Promise<void> {
  const capabilities = cause ? (await readSessionOnce(context)).capabilities : (context.capabilities.getState() ?? [])
  if (cause && capabilities.includes('events')) throw cause
  if (capabilities.includes('unanswered')) return
  const message = 'The vendor behind the chat proxy has no counter of unanswered messages.'
  throw new ChatError({ code: 'not_supported', message, retryable: false })
}
