import type { ChannelRules } from '@crm-chat/protocol'
import { textLimits } from '@crm-chat/vendors/wazzup-v3'

const hour = 60 * 60

/** Period after sending in which a message can be changed, in seconds. The v3 documents give none; the partner API's do. */
const changeableSeconds = 15 * 60

type Changes = ('text' | 'file' | 'delete')[]

const all: Changes = ['text', 'file', 'delete']

/** Rules of each messenger, by the vendor's word for the connection. A page offers nothing else; the vendor has the last word. */
const rules: Readonly<Record<string, Omit<ChannelRules, 'changeableSeconds'>>> = {
  whatsapp: { messenger: 'WhatsApp', changes: ['text', 'delete'], longestText: textLimits.whatsapp },
  wapi: {
    messenger: 'WhatsApp Business',
    changes: [],
    longestText: 4_096,
    replyWindow: { seconds: 24 * hour, afterwards: 'templates' },
  },
  telegram: { messenger: 'Telegram', changes: all, longestText: textLimits.telegram },
  tgapi: { messenger: 'Telegram', changes: all, longestText: textLimits.telegram },
  max: { messenger: 'MAX', changes: all, longestText: textLimits.max },
  maxbot: { messenger: 'MAX', changes: all, longestText: textLimits.max },
  instagram: toInstagram(),
  instapi: toInstagram(),
  viber: { messenger: 'Viber', changes: [] },
  vk: { messenger: 'VK', changes: [], longestText: textLimits.vk },
  avito: { messenger: 'Avito', changes: [], longestText: textLimits.avito },
}

function toInstagram(): Omit<ChannelRules, 'changeableSeconds'> {
  const replyWindow = { seconds: 7 * 24 * hour, afterwards: 'nothing' } as const
  return { messenger: 'Instagram', changes: [], longestText: textLimits.instagram, replyWindow }
}

/**
 * Finds what the messenger of a connection allows; undefined for one that is not known.
 * @see Wazzup API v2, "Edit a Message", "Delete a Message"; API v3, "Sending messages"
 */
export function findRules(transport: string): ChannelRules | undefined {
  const name = transport.toLowerCase()
  const own = Object.hasOwn(rules, name) ? rules[name] : undefined
  return own && { ...own, changeableSeconds }
}
