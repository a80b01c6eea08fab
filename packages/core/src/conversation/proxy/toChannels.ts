import type { Channel, ChannelList } from '@crm-chat/protocol'
import type { ConversationChannel, MessageChange } from '../conversationSource.ts'

const hourMs = 60 * 60 * 1000

/** Rules of a transport: the changes that it allows, and the time for which it accepts free replies. */
interface Rules {
  messenger: string
  changes?: readonly MessageChange[]
  replyWindow?: ConversationChannel['replyWindow']
}

const all: readonly MessageChange[] = ['text', 'content', 'delete']

/**
 * Rules of the messengers by the vendor's word for the connection. They only decide on what is offered: the vendor refuses the
 * rest with a reason of its own.
 * @see API v3, "Editing messages"; WhatsApp Business and Instagram messaging windows
 */
const rules: Readonly<Record<string, Rules>> = {
  whatsapp: { messenger: 'WhatsApp', changes: ['text', 'delete'] },
  wapi: { messenger: 'WhatsApp Business', replyWindow: { ms: 24 * hourMs, afterwards: 'templates' } },
  telegram: { messenger: 'Telegram', changes: all },
  tgapi: { messenger: 'Telegram', changes: all },
  max: { messenger: 'MAX', changes: all },
  maxbot: { messenger: 'MAX', changes: all },
  instagram: { messenger: 'Instagram', replyWindow: { ms: 7 * 24 * hourMs, afterwards: 'nothing' } },
  instAPI: { messenger: 'Instagram', replyWindow: { ms: 7 * 24 * hourMs, afterwards: 'nothing' } },
  vk: { messenger: 'VK' },
  avito: { messenger: 'Avito' },
  viber: { messenger: 'Viber' },
}

/** Period after sending in which a message can be changed. */
const changeableMs = 15 * 60_000

/** Returns the channels as a conversation of this messenger takes them. */
export function toChannels({ channels }: ChannelList, chatType: string): ConversationChannel[] {
  return channels.map((channel) => {
    const { messenger = channel.transport, changes = [], replyWindow } = rules[channel.transport] ?? {}
    return {
      id: channel.id,
      name: [toAccount(channel), messenger].filter(Boolean).join(' · '),
      messenger,
      transport: channel.transport,
      works: channel.state === 'active',
      isFitting: channel.chatType === undefined || channel.chatType === chatType,
      changes,
      changeableMs,
      ...(replyWindow && { replyWindow }),
    }
  })
}

function toAccount({ account, name, id }: Channel): string {
  if (account && /^\d{9,}$/.test(account)) return `+${account}`
  return name ?? account ?? id
}
