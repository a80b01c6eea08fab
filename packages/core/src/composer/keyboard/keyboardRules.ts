import type { Keyboard } from '@crm-chat/protocol'
import type { TextLimit } from '../countText.ts'

/** Kind of a message's buttons. */
export type KeyboardType = Keyboard['type']

/** Something that a reply keyboard may do. */
export type KeyboardFlag = 'oneTime' | 'resize' | 'selective'

/** A kind of button: it hands a value to the bot or the CRM, opens a page, or sends its text. */
export type ButtonKind = 'value' | 'link' | 'text'

/** Rules for one kind of buttons. */
export interface KeyboardRules {
  type: KeyboardType
  /** Number of buttons, in all rows together. */
  least: number
  most: number
  /** True where buttons stand in rows; otherwise each has its own. */
  hasRows: boolean
  /** Kinds of buttons, the usual one first. */
  kinds: readonly ButtonKind[]
  text: TextLimit
  /** Value that comes back when it is pressed. Left out, it is the button's text. */
  value: TextLimit
  /** Each button may have a colour by its meaning. */
  hasIntents: boolean
  flags: readonly KeyboardFlag[]
}

const characters = (most: number): TextLimit => ({ most, unit: 'characters' })
const bytes = (most: number): TextLimit => ({ most, unit: 'bytes' })

const base = { least: 1, most: 1, hasRows: false, hasIntents: false, flags: [], value: characters(1_024) } as const

/** WABA: up to 10 buttons of 20 characters, in an open conversation. */
export const wabaButtons: KeyboardRules = { ...base, type: 'buttons', most: 10, kinds: ['value'], text: characters(20) }

/** Whatomate: more than three would become a list, and longer titles would be cut; it counts bytes. */
export const threeButtons: KeyboardRules = {
  ...base,
  type: 'buttons',
  most: 3,
  kinds: ['value'],
  text: bytes(20),
  value: characters(256),
}

/** Whatomate: fewer than four entries would become buttons. */
export const whatsappList: KeyboardRules = {
  ...base,
  type: 'list',
  least: 4,
  most: 10,
  kinds: ['value'],
  text: bytes(24),
  value: characters(256),
}

/** Whatomate: one button that opens a page (`cta_url`). */
export const whatsappLink: KeyboardRules = { ...base, type: 'link', kinds: ['link'], text: characters(20) }

/** Telegram: up to 12 buttons of 64 characters under the message; a value has 64 bytes. */
export const telegramInline: KeyboardRules = {
  ...base,
  type: 'inline',
  most: 12,
  hasRows: true,
  kinds: ['value', 'link'],
  text: characters(64),
  value: bytes(64),
}

/** Telegram: buttons in the place of the customer's keyboard, with what this vendor can set. */
export const telegramReply = (flags: readonly KeyboardFlag[]): KeyboardRules => ({
  ...base,
  type: 'reply',
  most: 12,
  hasRows: true,
  kinds: ['text'],
  text: characters(64),
  flags,
})

/** Telegram: takes the buttons of an earlier message away. */
export const telegramRemoval: KeyboardRules = {
  ...base,
  type: 'remove',
  least: 0,
  most: 0,
  kinds: [],
  text: characters(0),
}

/** MAX: buttons with a meaning. The vendor states no limits: those are the proxy's. */
export const maxButtons: KeyboardRules = {
  ...base,
  type: 'max',
  most: 30,
  hasRows: true,
  kinds: ['value', 'link', 'text'],
  text: characters(256),
  hasIntents: true,
}
