import { textLimits } from '@crm-chat/vendors/wazzup-v3'
import { getChannel, getTransport } from '../../store/entities/channels.ts'
import { getStanding } from '../../store/entities/customers.ts'
import { hasFile } from '../../store/entities/files.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Transport } from '../../store/transports.ts'
import { getLastIncomingAt } from './dialogue.ts'
import { findFileObstacle } from './findFileObstacle.ts'

/** Reasons for which a messenger rejects a message, in the words of API v3's webhooks. */
type Failure = 'BAD_CONTACT' | 'TOO_LONG_TEXT' | 'BAD_LINK' | '24_HOURS_EXCEEDED' | '7_DAYS_EXCEEDED'

const hourMs = 60 * 60 * 1000

/** Finds a reason for the messenger to reject a message that the vendor has accepted. */
export async function findFailure(store: Store, message: Message): Promise<Failure | undefined> {
  if ((await getStanding(store, message)) === 'noAccount') return 'BAD_CONTACT'
  const transport = await getTransport(store, message.channelId)
  if (!transport) return undefined
  return findTextFailure(transport, message) ?? findClosedWindow(store, { transport, message })
}

const wabaTextLimit = 4_096

/** Instagram's filters reject texts with insecure links. */
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

/**
 * Finds a reason not to send the file of a message that was accepted unchecked. A file stored by the sandbox itself is not
 * fetched.
 */
export async function findFileFailure(
  { store, ...fetching }: { store: Store; allowPrivate: boolean; signal: AbortSignal },
  { content, channelId }: Message,
): Promise<string | undefined> {
  if (content === null || (await isStored(store, content))) return undefined
  const channel = await getChannel(store.database, channelId)
  const obstacle =
    channel && (await findFileObstacle(store, { url: content, transport: channel.transport, ...fetching }))
  return obstacle && (/SIZE_EXCEEDED/.test(obstacle.code) ? 'TOO_BIG_CONTENT' : obstacle.code)
}

async function isStored(store: Store, url: string): Promise<boolean> {
  const fileId = /\/files\/([\w-]+)\//.exec(url)?.[1]
  return fileId !== undefined && (await hasFile(store, fileId))
}
