import { textLimits } from '@crm-chat/vendors/wazzup-v3'
import { getChannel } from '../../store/entities/channels.ts'
import { getStanding } from '../../store/entities/customers.ts'
import { keepUntilReset } from '../../store/keepUntilReset.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Transport } from '../../store/transports.ts'
import { getLastIncomingAt } from './dialogue.ts'

/** Reasons for which a messenger rejects a message, in the words of API v3's webhooks. */
export type Failure = 'BAD_CONTACT' | 'TOO_LONG_TEXT' | 'BAD_LINK' | '24_HOURS_EXCEEDED' | '7_DAYS_EXCEEDED'

const hourMs = 60 * 60 * 1000

/** Finds why the messenger will not take a message that the vendor has accepted. */
export async function findFailure(store: Store, message: Message): Promise<Failure | undefined> {
  if ((await getStanding(store, message)) === 'noAccount') return 'BAD_CONTACT'
  const transport = await getTransport(store, message)
  const textFailure = transport && findTextFailure(transport, message)
  return textFailure ?? (transport && (await findClosedWindow(store, { transport, message })))
}

/** A channel's transport never changes. */
const transports = keepUntilReset(async () => new Map<string, Transport>())

async function getTransport(store: Store, { channelId }: Message): Promise<Transport | undefined> {
  const known = await transports.get(store)
  const transport = known.get(channelId) ?? (await getChannel(store.database, channelId))?.transport
  if (transport) known.set(channelId, transport)
  return transport
}

const wabaTextLimit = 4_096

/** Instagram's filters let no text pass with a link that is not secure. */
function findTextFailure(transport: Transport, { text, chatType }: Message): Failure | undefined {
  if (text === null) return undefined
  const limit = transport === 'wapi' ? wabaTextLimit : textLimits[chatType]
  if (text.length > limit && [...text].length > limit) return 'TOO_LONG_TEXT'
  return transport === 'instagram' && /\bhttp:\/\//i.test(text) ? 'BAD_LINK' : undefined
}

/**
 * Checks the period after the customer's last message in which a company may write. WABA accepts templates at any
 * time.
 */
async function findClosedWindow(
  store: Store,
  { transport, message }: { transport: Transport; message: Message },
): Promise<Failure | undefined> {
  if (transport !== 'instagram' && (transport !== 'wapi' || message.templateId !== null)) return undefined
  const lastAt = await getLastIncomingAt(store, message)
  const windowMs = transport === 'wapi' ? 24 * hourMs : 7 * 24 * hourMs
  if (lastAt !== undefined && message.sentAt - lastAt <= windowMs) return undefined
  return transport === 'wapi' ? '24_HOURS_EXCEEDED' : '7_DAYS_EXCEEDED'
}
