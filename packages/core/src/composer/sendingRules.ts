import type { TextLimit } from './countText.ts'
import {
  type KeyboardRules,
  maxButtons,
  telegramInline,
  telegramRemoval,
  telegramReply,
  threeButtons,
  wabaButtons,
  whatsappLink,
  whatsappList,
} from './keyboard/keyboardRules.ts'

/** Rules for messages of one messenger over one vendor. They only decide on what is offered: the vendor refuses the rest. */
export interface SendingRules {
  text: TextLimit
  /** Limit of a text with buttons. */
  textWithButtons: TextLimit
  /** Kinds of buttons that a message may have. */
  keyboards: readonly KeyboardRules[]
  /** Largest file of a MIME type, in bytes. */
  largestFile: (mimeType: string) => number
  /** New people are found by these. */
  finds: readonly ('phone' | 'username')[]
  /** Somebody who has not written yet is sent a template first. */
  beginsWithTemplate: boolean
  templates: boolean
  /** The buttons of a template take payloads. */
  payloads: boolean
  /** A message may leave the chat unanswered. */
  keepsUnanswered: boolean
  /** Contents that quote a message. */
  quotes: readonly ('text' | 'file' | 'template')[]
}

/** Parameters of {@link findSendingRules}. */
export interface SendingRulesParameters {
  /** Vendor by the session's word, e.g. `wazzup-v3`. */
  vendor: string
  chatType: string
  /** The vendor's word for the connection; undefined where no channel is known. */
  transport: string | undefined
  /** Characters of the channel's longest text, where it is known. */
  longestText?: number | undefined
}

const megabyte = 1024 * 1024
const characters = (most: number): TextLimit => ({ most, unit: 'characters' })

/** Longest text that the proxy takes. */
const longest = 20_000

/** Texts of WABA where a vendor has another limit than the messenger. */
const wabaTexts: Readonly<Record<string, number>> = { 'wazzup-tech': 1_024, whatomate: 4_096 }

/** Files that WhatsApp shows; any other goes as a document. */
const whatomateFiles = [
  { types: /^image\/(jpeg|png)$/, bytes: 5 * megabyte },
  { types: /^video\/(mp4|3gpp)$/, bytes: 16 * megabyte },
  { types: /^audio\/(aac|mpeg|mp3|ogg|mp4|amr)$/, bytes: 16 * megabyte },
]

/** Finds the rules of a messenger. Of an unknown vendor, everything is offered that its messenger has. */
export function findSendingRules({
  vendor,
  chatType,
  transport,
  longestText = longest,
}: SendingRulesParameters): SendingRules {
  const isWhatomate = vendor === 'whatomate'
  const isOld = vendor === 'wazzup-v2'
  const isWaba = isWhatomate || transport === 'wapi'
  const text = characters(Math.min(longestText, (isWaba ? wabaTexts[vendor] : undefined) ?? longest))
  return {
    text,
    textWithButtons: isWhatomate ? characters(1_024) : text,
    keyboards: isOld ? [] : findKeyboards({ vendor, transport, isWaba }),
    largestFile: (type) =>
      isWhatomate
        ? (whatomateFiles.find(({ types }) => types.test(type))?.bytes ?? 100 * megabyte)
        : vendor.startsWith('wazzup')
          ? 10 * megabyte
          : Number.POSITIVE_INFINITY,
    finds: findWays({ chatType, isOld }),
    beginsWithTemplate: isWaba,
    templates: isWaba && !isOld,
    payloads: !isWhatomate,
    keepsUnanswered: !isOld && !isWhatomate,
    quotes: isWhatomate ? ['text'] : ['text', 'file', 'template'],
  }
}

function findKeyboards({
  vendor,
  transport,
  isWaba,
}: Pick<SendingRulesParameters, 'vendor' | 'transport'> & { isWaba: boolean }): KeyboardRules[] {
  if (vendor === 'whatomate') return [threeButtons, whatsappList, whatsappLink]
  if (isWaba) return [wabaButtons]
  if (transport === 'maxbot') return [maxButtons]
  if (transport !== 'telegram') return []
  return [
    telegramInline,
    telegramReply(vendor === 'wazzup-v3' ? ['oneTime'] : ['oneTime', 'resize', 'selective']),
    telegramRemoval,
  ]
}

/** WhatsApp and Viber know chats by the number; API V2 has no other way. */
function findWays({ chatType, isOld }: { chatType: string; isOld: boolean }): SendingRules['finds'] {
  if (chatType === 'whatsapp' || chatType === 'viber') return ['phone']
  if (isOld) return []
  if (chatType === 'telegram') return ['phone', 'username']
  return chatType === 'max' ? ['phone'] : []
}
