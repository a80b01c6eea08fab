import type { Channel } from '@crm-chat/protocol'
import type { ComposerAllowed, ComposerEvent, ComposerSend, ComposerSource } from '../../src/composer/composerSource.ts'
import type { Outcome, SentMessage, StatusChange } from '../../src/conversation/conversationSource.ts'

/** A source whose server the test plays. */
export interface ComposerRig {
  source: ComposerSource
  sent: ComposerSend[]
  /** Decides about the next sends; without one, each is accepted. */
  answers: ((send: ComposerSend) => Promise<Outcome<SentMessage>>)[]
  /** Statuses of the chat's latest messages. */
  missed: StatusChange[]
  emit: (event: ComposerEvent) => void
}

/** Options of {@link createComposerRig}. */
export interface ComposerRigOptions {
  vendor?: string
  userId?: string
  /** Transports that work. */
  transports?: string[]
  /** Channels in their place. */
  channels?: Channel[] | null
  can?: ComposerAllowed['can']
  longestCaption?: number
}

const rules = (messenger: string, longestText: number) => ({
  messenger,
  changes: [],
  changeableSeconds: 900,
  longestText,
})

const known: Record<string, Channel> = {
  whatsapp: {
    id: 'qr',
    transport: 'whatsapp',
    chatType: 'whatsapp',
    account: '79865784457',
    state: 'active',
    rules: rules('WhatsApp', 10_000),
  },
  wapi: {
    id: 'wapi',
    transport: 'wapi',
    chatType: 'whatsapp',
    account: '79865784458',
    state: 'active',
    rules: rules('WhatsApp Business', 4_096),
  },
  telegram: {
    id: 'bot',
    transport: 'telegram',
    chatType: 'telegram',
    name: 'shop_bot',
    state: 'active',
    rules: rules('Telegram', 4_096),
  },
  maxbot: {
    id: 'max',
    transport: 'maxbot',
    chatType: 'max',
    name: 'shop_max_bot',
    state: 'active',
    rules: rules('MAX', 4_096),
  },
}

/** Makes a source of a company with a WhatsApp number, a Telegram bot and a MAX bot. */
export function createComposerRig({
  vendor = 'wazzup-v3',
  userId = '7',
  can = ['send', 'file', 'template'],
  longestCaption,
  transports = ['whatsapp', 'telegram', 'maxbot'],
  channels = Object.values(known)
    .map((channel) => ({ ...channel, state: transports.includes(channel.transport) ? 'active' : 'off' }) as Channel)
    .filter(({ transport, state }) => state === 'active' || transport !== 'wapi'),
}: ComposerRigOptions = {}): ComposerRig {
  const listeners = new Set<(event: ComposerEvent) => void>()
  const chatTypes = vendor === 'whatomate' ? ['whatsapp'] : ['whatsapp', 'telegram', 'max', 'instagram']
  const rig: ComposerRig = {
    sent: [],
    answers: [],
    missed: [],
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    source: {
      key: '/chat',
      subscribe(listener) {
        listeners.add(listener)
        listener({
          type: 'allowed',
          allowed: {
            can,
            longestCaption,
            vendor,
            chatTypes,
            channels,
            largestFileBytes: 16 * 1024 * 1024,
            clockOffsetMs: 0,
            userId,
          },
        })
        listener({ type: 'live' })
        return () => listeners.delete(listener)
      },
      async send(parameters) {
        rig.sent.push(parameters)
        const answer = rig.answers.shift()
        return answer ? answer(parameters) : { ok: true, result: { messageId: `m${rig.sent.length}` } }
      },
      fetchStatuses: async () => ({ ok: true, result: rig.missed }),
    },
  }
  return rig
}
