import type { Keyboard } from '@crm-chat/protocol'
import { fields, flag, listOf, oneOf, type Read, text, toGuard } from '@crm-chat/protocol/wire/read'
import type { ButtonKind, KeyboardRules, KeyboardType } from './keyboardRules.ts'

/** A button that is being written. */
export interface DraftButton {
  kind: ButtonKind
  text: string
  /** Page of a link, or the value that comes back. An empty value is the button's text. */
  value: string
  intent: 'default' | 'positive' | 'negative'
}

/** Buttons that are being written, of any kind. */
export interface KeyboardDraft {
  type: KeyboardType
  rows: readonly (readonly DraftButton[])[]
  oneTime: boolean
  resize: boolean
  selective: boolean
}

/** Makes a new button of the usual kind. */
export function createButton({ kinds: [kind = 'value'] }: KeyboardRules): DraftButton {
  return { kind, text: '', value: '', intent: 'default' }
}

/** Begins a keyboard with as many empty buttons as it needs. */
export function createKeyboard(rules: KeyboardRules): KeyboardDraft {
  const rows = Array.from({ length: rules.least }, () => [createButton(rules)])
  return { type: rules.type, rows, oneTime: false, resize: false, selective: false }
}

/** Turns what was written into a keyboard of the protocol. It must be valid: see `checkKeyboard`. */
export function toKeyboard({ type, rows, ...flags }: KeyboardDraft): Keyboard {
  const buttons = rows.flat()
  const [first] = buttons
  switch (type) {
    case 'buttons':
      return { type, buttons: buttons.map((button) => ({ text: button.text.trim(), id: toValue(button) })) }
    case 'list': {
      const entries = buttons.map((button) => ({ id: toValue(button), title: button.text.trim() }))
      return { type, sections: [{ rows: entries }] }
    }
    case 'link':
      return { type, text: first?.text.trim() ?? '', url: first?.value.trim() ?? '' }
    case 'inline':
      return { type, rows: rows.map((row) => row.map(toInlineButton)) }
    case 'reply': {
      const set = Object.fromEntries(Object.entries(flags).filter(([, isSet]) => isSet))
      return { type, rows: rows.map((row) => row.map((button) => ({ text: button.text.trim() }))), ...set }
    }
    case 'remove':
      return { type }
    case 'max':
      return { type, rows: rows.map((row) => row.map(toMaxButton)) }
  }
}

/** Value that comes back when a button is pressed. */
export function toValue({ text: label, value }: Pick<DraftButton, 'text' | 'value'>): string {
  return value.trim() || label.trim()
}

type RowOf<Type extends KeyboardType> =
  Extract<Keyboard, { type: Type }> extends { rows: (infer Button)[][] } ? Button : never

function toInlineButton(button: DraftButton): RowOf<'inline'> {
  const label = button.text.trim()
  if (button.kind === 'link') return { text: label, url: button.value.trim() }
  return { text: label, callbackData: toValue(button) }
}

function toMaxButton(button: DraftButton): RowOf<'max'> {
  const look = { text: button.text.trim(), ...(button.intent !== 'default' && { intent: button.intent }) }
  if (button.kind === 'link') return { ...look, type: 'link', url: button.value.trim() }
  if (button.kind === 'text') return { ...look, type: 'message' }
  return { ...look, type: 'callback', payload: toValue(button) }
}

const readButton: Read<DraftButton> = fields<DraftButton>({
  kind: oneOf('value', 'link', 'text'),
  text,
  value: text,
  intent: oneOf('default', 'positive', 'negative'),
})

/** Reads a draft that was kept; undefined for anything else. */
export const parseKeyboardDraft: (data: unknown) => KeyboardDraft | undefined = toGuard(
  fields<KeyboardDraft>({
    type: oneOf('buttons', 'list', 'link', 'inline', 'reply', 'remove', 'max'),
    rows: listOf(listOf(readButton)),
    oneTime: flag,
    resize: flag,
    selective: flag,
  }),
)
