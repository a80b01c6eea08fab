import type { ConversationChannel } from '../conversation/conversationSource.ts'
import { toChannels } from '../conversation/proxy/toChannels.ts'
import { takesCaption } from '../conversation/takesCaption.ts'
import type { ComposerState } from './composerState.ts'
import { countText, type TextLimit } from './countText.ts'
import { checkKeyboard } from './keyboard/checkKeyboard.ts'
import { type ComposerRecipient, listRecipients } from './recipients.ts'
import { findSendingRules, type SendingRules } from './sendingRules.ts'

type Known = Pick<ComposerState, 'allowed' | 'contact' | 'recipient' | 'channelId'>

/** Lists the channels that reach a messenger, those that do not work at present included. */
export function listChannels({ allowed }: Pick<Known, 'allowed'>, chatType: string): readonly ConversationChannel[] {
  if (!allowed?.channels) return []
  return toChannels({ channels: [...allowed.channels] }, chatType).filter(({ isFitting }) => isFitting)
}

/** Tells if a messenger can be reached at present. */
export function isReached(state: Pick<Known, 'allowed'>, chatType: string): boolean {
  const { allowed } = state
  if (!allowed?.chatTypes.includes(chatType)) return false
  return allowed.channels === null || listChannels(state, chatType).some(({ works }) => works)
}

/** Lists whom a contact can be reached as. */
export function findRecipients({ allowed, contact }: Pick<Known, 'allowed' | 'contact'>): ComposerRecipient[] {
  if (!allowed) return []
  const { vendor, chatTypes } = allowed
  const reached = chatTypes.filter((chatType) => isReached({ allowed }, chatType))
  return listRecipients(
    contact,
    (chatType) => findSendingRules({ vendor, chatType, transport: undefined }).finds,
    reached,
  )
}

/** Lists the messengers in which somebody new can be written to, by number or by name. */
export function findNewMessengers({
  allowed,
}: Pick<Known, 'allowed'>): { chatType: string; by: 'phone' | 'username' }[] {
  if (!allowed) return []
  const { vendor, chatTypes } = allowed
  return chatTypes
    .filter((chatType) => isReached({ allowed }, chatType))
    .flatMap((chatType) =>
      findSendingRules({ vendor, chatType, transport: undefined }).finds.map((by) => ({ chatType, by })),
    )
}

/** Finds the recipient: the chosen one, else the first that can be reached, else the first. */
export function findRecipient(state: Known): ComposerRecipient | undefined {
  if (state.recipient) return state.recipient === 'nobody' ? undefined : state.recipient
  const recipients = findRecipients(state)
  return recipients.find(({ chatType }) => isReached(state, chatType)) ?? recipients[0]
}

/** Finds the channel: the chosen one if it reaches the recipient and works, else the first that does. */
export function findComposerChannel(state: Known): ConversationChannel | undefined {
  const recipient = findRecipient(state)
  const channels = recipient ? listChannels(state, recipient.chatType).filter(({ works }) => works) : []
  return channels.find(({ id }) => id === state.channelId) ?? channels[0]
}

/** Finds the rules for the recipient and the channel. */
export function findRules(state: Known): SendingRules | undefined {
  const recipient = findRecipient(state)
  if (!recipient || !state.allowed) return undefined
  const { transport, longestText } = findComposerChannel(state) ?? {}
  return findSendingRules({ vendor: state.allowed.vendor, chatType: recipient.chatType, transport, longestText })
}

/** Tells if the draft has a file whose message the text belongs to. A file has no buttons. */
export function isCaptioned({ allowed, attachment, keyboard, text }: ComposerState): boolean {
  if (!allowed || !attachment || keyboard) return false
  return takesCaption({ allowed, file: attachment, text: text.trim() })
}

/** A reason why nothing can be sent. */
export type ComposerObstacle =
  | 'noRecipient'
  | 'noChannel'
  | 'templateFirst'
  | 'empty'
  | 'tooLong'
  | 'keyboard'
  | 'notLive'

/** The draft as its messenger sees it. */
export interface CheckedDraft {
  /** First reason why it cannot be sent. */
  obstacle: ComposerObstacle | null
  limit: TextLimit
  /** Units that are left; negative for a text that is too long. */
  left: number
}

/** Checks the draft by the rules of its messenger. */
export function checkDraft(state: ComposerState): CheckedDraft {
  const rules = findRules(state)
  const limit = rules
    ? state.keyboard
      ? rules.textWithButtons
      : rules.text
    : { most: 20_000, unit: 'characters' as const }
  const text = state.text.trim()
  const left = limit.most - countText(text, limit.unit)
  return { limit, left, obstacle: findObstacle({ state, rules, text, left }) }
}

function findObstacle({
  state,
  rules,
  text,
  left,
}: {
  state: ComposerState
  rules: SendingRules | undefined
  text: string
  left: number
}): ComposerObstacle | null {
  const recipient = findRecipient(state)
  if (!recipient) return 'noRecipient'
  if (!isReached(state, recipient.chatType)) return 'noChannel'
  if (recipient.isNew && rules?.beginsWithTemplate) return 'templateFirst'
  if (text === '' && (!state.attachment || state.keyboard)) return 'empty'
  if (left < 0) return 'tooLong'
  const { keyboard } = state
  const own = keyboard && rules?.keyboards.find(({ type }) => type === keyboard.type)
  if (keyboard && (!own || !checkKeyboard(keyboard, own).isValid)) return 'keyboard'
  return state.connection === 'live' ? null : 'notLive'
}
