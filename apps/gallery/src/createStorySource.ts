import type { ComposerItem, ComposerSource } from '@crm-chat/react/conversation'

/** State that a composer's source is in. */
export type SourceState = 'ready' | 'loading' | 'failed' | 'forbidden' | 'noChannels' | 'lost'

type Outcome = Awaited<ReturnType<ComposerSource['send']>>

/** Options of {@link createStorySource}. */
export interface StorySourceOptions {
  state: SourceState
  /** Vendor by the session's word. */
  vendor: string
  /** Statuses of the messages, in their order. Without one, the vendor has accepted the message. */
  deliveries: readonly (ComposerItem['status'] | 'uploading')[]
}

/** Makes a source that needs no proxy. */
export function createStorySource({ state, vendor, deliveries }: StorySourceOptions): ComposerSource {
  let count = 0
  let tell: Parameters<ComposerSource['subscribe']>[0] = () => undefined
  return {
    key: '/chat',
    subscribe(listener) {
      tell = listener
      if (state === 'loading') return () => undefined
      if (state === 'failed') {
        listener({ type: 'failed', error: { message: 'The server cannot be reached.', code: 'network' } })
        return () => undefined
      }
      listener({ type: 'allowed', allowed: toAllowed({ state, vendor }) })
      listener({ type: state === 'lost' ? 'lost' : 'live' })
      return () => undefined
    },
    async send({ onUpload }): Promise<Outcome> {
      const status = deliveries[count]
      count += 1
      const messageId = `m${count}`
      if (status === 'uploading') onUpload(0.42)
      if (status === 'uploading' || status === 'sending') return new Promise(() => undefined)
      if (status === 'unconfirmed') return { ok: false, error: { ...unknown, unconfirmed: true, isFinal: true } }
      if (status === 'failed') return { ok: false, error: { ...refused, detail: 'The channel is switched off.' } }
      if (status && status !== 'pending')
        queueMicrotask(() => tell({ type: 'status', change: { messageIds: [messageId], status } }))
      return { ok: true, result: { messageId } }
    },
    fetchTemplates: async () => ({ ok: true, result: templates }),
  }
}

function toAllowed({ state, vendor }: Pick<StorySourceOptions, 'state' | 'vendor'>) {
  const isOn = state !== 'noChannels'
  return {
    can: state === 'forbidden' ? [] : (['send', 'file', 'template'] as const),
    vendor,
    chatTypes: vendor === 'whatomate' ? ['whatsapp'] : ['whatsapp', 'telegram', 'max'],
    channels: [
      {
        id: 'wapi',
        transport: 'wapi',
        chatType: 'whatsapp',
        account: '46705550101',
        rules: rulesOf('WhatsApp Business', 4_096),
      },
      {
        id: 'qr',
        transport: 'whatsapp',
        chatType: 'whatsapp',
        account: '46705550102',
        rules: rulesOf('WhatsApp', 10_000),
      },
      {
        id: 'bot',
        transport: 'telegram',
        chatType: 'telegram',
        name: 'northdesk_bot',
        rules: rulesOf('Telegram', 4_096),
      },
      { id: 'max', transport: 'maxbot', chatType: 'max', name: 'northdesk_max_bot', rules: rulesOf('MAX', 4_096) },
    ].map((channel) => ({ ...channel, state: isOn ? 'active' : 'off' })),
    largestFileBytes: 16 * 1024 * 1024,
    clockOffsetMs: shownAt - Date.now(),
    userId: '7',
  }
}

const unknown = { message: 'The messenger service did not confirm it.', code: 'outcome_unknown' }
const refused = { message: 'The messenger service refused this.', code: 'upstream_refused' }

/** The same time in each picture. */
const shownAt = new Date(2030, 0, 1, 14, 5, 30).getTime()

const rulesOf = (messenger: string, longestText: number) => ({
  messenger,
  changes: [],
  changeableSeconds: 900,
  longestText,
})

const templates = [
  {
    id: 't1',
    name: 'order_shipped',
    category: 'UTILITY',
    language: 'en',
    header: { format: 'TEXT', text: 'Order {{1}}' },
    body: 'Hello {{name}}, your order is on its way and arrives {{day}}.',
    footer: 'Northdesk',
    buttons: [{ text: 'Thank you' }, { text: 'Track it', url: 'https://northdesk.example/{{1}}' }],
    places: [
      { part: 'header', variable: '{{1}}', takes: 'text' },
      { part: 'body', variable: '{{name}}', takes: 'text' },
      { part: 'body', variable: '{{day}}', takes: 'text' },
      { part: 'button', variable: '{{1}}', takes: 'text' },
    ],
    channelIds: null,
  },
] as const
