import { countText } from '../countText.ts'
import { type DraftButton, type KeyboardDraft, toValue } from './keyboardDraft.ts'
import type { KeyboardRules } from './keyboardRules.ts'

/** Name of a problem with a button's text or value. */
export type ButtonProblem = 'required' | 'tooLong' | 'linkNeeded' | 'taken'

/** Problems of one button. */
export interface ButtonProblems {
  text: ButtonProblem | null
  value: ButtonProblem | null
}

/** Problems of a keyboard, in its rows; `number` is one of the buttons as a whole. */
export interface KeyboardProblems {
  isValid: boolean
  number: 'tooFew' | 'tooMany' | null
  rows: readonly (readonly ButtonProblems[])[]
}

/** Checks a keyboard by its messenger's rules. Vendors drop or cut in silence what is beyond them. */
export function checkKeyboard(draft: KeyboardDraft, rules: KeyboardRules): KeyboardProblems {
  const buttons = draft.rows.flat()
  const values = buttons.filter(({ kind }) => kind === 'value').map(toValue)
  const rows = draft.rows.map((row) => row.map((button) => checkButton({ button, rules, values })))
  const number = buttons.length < rules.least ? 'tooFew' : buttons.length > rules.most ? 'tooMany' : null
  const isRight = rows.flat().every((problems) => problems.text === null && problems.value === null)
  return { isValid: isRight && number === null && draft.rows.every((row) => row.length > 0), number, rows }
}

function checkButton({
  button,
  rules,
  values,
}: {
  button: DraftButton
  rules: KeyboardRules
  values: readonly string[]
}): ButtonProblems {
  const label = button.text.trim()
  const isLong = countText(label, rules.text.unit) > rules.text.most
  const text = label === '' ? 'required' : isLong ? 'tooLong' : null
  if (button.kind === 'text') return { text, value: null }
  if (button.kind === 'link') return { text, value: isLink(button.value.trim()) ? null : 'linkNeeded' }
  const value = toValue(button)
  if (value === '') return { text, value: null } // Its text is missing: one problem is enough.
  if (countText(value, rules.value.unit) > rules.value.most) return { text, value: 'tooLong' }
  // In WhatsApp, two with one value could not be told apart.
  const isTaken = !rules.hasRows && values.filter((other) => other === value).length > 1
  return { text, value: isTaken ? 'taken' : null }
}

function isLink(value: string): boolean {
  return /^(https?|tg):\/\/./i.test(value) && URL.canParse(value)
}
