import type { MessageRequest } from '@crm-chat/protocol'
import type { MessageParameters, WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { BackendMessages } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { type MissingFields, refuseFields, unsupported } from '../unsupported.ts'

const missing: MissingFields = {
  template: 'Wazzup’s API V2 sends no templates.',
  keyboard: 'Wazzup’s API V2 sends no buttons.',
  keepUnanswered: 'Wazzup’s API V2 takes every reply out of the unanswered messages.',
}

const describe = describeFields([
  ['chatId', 'to.chatId'],
  ['chatType', 'to.chatType'],
  ['content', 'fileUrl'],
  ['refMessageId', 'quotedMessageId'],
])

/** Sending a text or a file. API V2 takes no author, and every message goes out once: it has no idempotency key, and a
 * `crmMessageId` stays with the proxy. */
export function createMessages({ call }: Connection<WazzupV2>): BackendMessages {
  return {
    async send({ request }) {
      refuseFields({ request, missing })
      const parameters = toParameters(request)
      return call((wazzup) => wazzup.sendMessage(parameters), describe)
    },
  }
}

function toParameters({ channelId, to, text, fileUrl, quotedMessageId }: MessageRequest): MessageParameters {
  if (!('chatId' in to)) throw unsupported({ field: 'to', reason: 'Wazzup’s API V2 knows recipients by chatId only.' })
  const { chatType, chatId } = to
  const fields = { channelId, chatType, chatId, ...defined({ text, content: fileUrl, refMessageId: quotedMessageId }) }
  return fields as MessageParameters // The vendor's client checks them: it needs a channel and has fewer messengers.
}
