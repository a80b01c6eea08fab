import type { ChatEvent, MessageStatus } from '@crm-chat/vendors/webhooks'
import { toWord } from '../channels/toChannel.ts'
import { type Refusals, toCommonSpelling } from './refusal.ts'

/** Sentences of a vendor: for codes of failed messages, and for words of a channel and an export. */
export interface Sentences {
  refusals?: Refusals
  deliveries?: Readonly<Record<string, string>>
  channels?: Readonly<Record<string, string>>
  exports?: Readonly<Record<string, string>>
}

/** Statuses of a message, each as a sentence. */
const statuses: Readonly<Record<MessageStatus, string>> = {
  pending: 'The message is on its way.',
  sent: 'The messenger has the message.',
  delivered: 'The message is on the customer’s phone.',
  read: 'The customer has read the message.',
  failed: 'The message was not delivered.',
  edited: 'The message was edited.',
  received: 'The customer wrote this message.',
  unknown: 'The vendor reports a status that is not known.',
}

/** Makes the function that explains an event in a sentence that a person understands, where there is something to explain. */
export function createExplain(sentences: Sentences): (event: ChatEvent) => string | undefined {
  const codes = new Map([
    ...Object.entries(sentences.refusals ?? {}).map(
      ([code, { message }]) => [toCommonSpelling(code), message] as const,
    ),
    ...Object.entries(sentences.deliveries ?? {}),
  ])
  const ofCode = (code: string | undefined): string | undefined =>
    code === undefined ? undefined : codes.get(toCommonSpelling(code))
  return (event) => {
    if (event.kind === 'status') return ofCode(event.code) ?? statuses[event.status]
    if (event.kind === 'message')
      return ofCode(event.message.code) ?? (event.message.status && statuses[event.message.status])
    if (event.kind === 'channel') return sentences.channels?.[toWord(event.channel.reason ?? event.channel.state)]
    if (event.kind === 'export') return sentences.exports?.[event.status]
    return undefined
  }
}
