import type { Channel, ChannelList, ChannelRules } from '@crm-chat/protocol'
import type { ConversationChannel, MessageChange } from '../conversationSource.ts'

/** Returns the channels as a conversation of this messenger takes them. Of one without rules, nothing can be changed. */
export function toChannels({ channels }: ChannelList, chatType: string): ConversationChannel[] {
  return channels.map((channel) => {
    const { id, transport, state, rules } = channel
    const { messenger = transport, changes = [], changeableSeconds = 0, longestText, replyWindow } = rules ?? {}
    return {
      id,
      name: [toAccount(channel), messenger].filter(Boolean).join(' · '),
      messenger,
      transport,
      works: state === 'active',
      isFitting: channel.chatType === undefined || [chatType, messengers[chatType]].includes(channel.chatType),
      changes: toChanges(changes),
      changeableMs: changeableSeconds * 1000,
      ...(longestText !== undefined && { longestText }),
      ...(replyWindow && {
        replyWindow: {
          ms: replyWindow.seconds * 1000,
          afterwards: replyWindow.afterwards === 'templates' ? ('templates' as const) : ('nothing' as const),
        },
      }),
    }
  })
}

/** Chat types of the channels that reach groups. */
const messengers: Readonly<Record<string, string>> = { whatsgroup: 'whatsapp', telegroup: 'telegram', maxgroup: 'max' }

const names: Readonly<Record<string, MessageChange>> = { text: 'text', file: 'content', delete: 'delete' }

/** Words of a newer proxy are left out. */
function toChanges(changes: ChannelRules['changes']): MessageChange[] {
  return changes.flatMap((change) => (Object.hasOwn(names, change) ? (names[change] ?? []) : []))
}

function toAccount({ account, name, id }: Channel): string {
  if (account && /^\d{9,}$/.test(account)) return `+${account}`
  return name ?? account ?? id
}
