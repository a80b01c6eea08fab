import {
  type ButtonProblem,
  type ButtonProblems,
  countText,
  type DraftButton,
  type KeyboardRules,
  type TextLimit,
} from '@crm-chat/core/composer'
import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { toLengthHint } from '../conversation/composer/checkText.ts'
import { fill } from '../conversation/format.ts'
import { Icon } from '../conversation/Icon.tsx'
import { useComposerWords } from './ComposerContext.ts'
import { useLengthPhrases } from './useDraftHint.ts'

interface ButtonFieldsProps {
  /** From 1, in all rows together. */
  number: number
  button: DraftButton
  rules: KeyboardRules
  problems: ButtonProblems
  /** Null removes the button. */
  onChange: (button: DraftButton | null) => void
  /** Adds another one in the same row, where there may be one. */
  onAddBeside: (() => void) | undefined
}

/** The fields of one button. */
export function ButtonFields({ number, button, rules, problems, onChange, onAddBeside }: ButtonFieldsProps): ReactNode {
  const words = useComposerWords()
  const name = fill(words.button, { number: String(number) })
  const isLink = button.kind === 'link'
  return (
    <fieldset className="cc-keyboard-button">
      <legend className="cc-spoken">{name}</legend>
      {rules.kinds.length > 1 && (
        <Choice
          label={words.action}
          value={button.kind}
          options={rules.kinds}
          nameOf={(kind) => words.actions[kind]}
          onChange={(kind) => onChange({ ...button, kind })}
        />
      )}
      <LimitedField
        label={words.text}
        value={button.text}
        limit={rules.text}
        problem={problems.text}
        onChange={(text) => onChange({ ...button, text })}
      />
      {button.kind !== 'text' && (
        <LimitedField
          label={isLink ? words.link : words.value}
          value={button.value}
          placeholder={isLink ? 'https://' : words.valueHint}
          limit={isLink ? undefined : rules.value}
          problem={problems.value}
          onChange={(value) => onChange({ ...button, value })}
        />
      )}
      {rules.hasIntents && (
        <Choice
          label={words.color}
          value={button.intent}
          options={['default', 'positive', 'negative'] as const}
          nameOf={(intent) => words.intents[intent]}
          onChange={(intent) => onChange({ ...button, intent })}
        />
      )}
      <span className="cc-keyboard-tools">
        {onAddBeside && (
          <button
            type="button"
            aria-label={fill(words.addBeside, { number: String(number) })}
            title={fill(words.addBeside, { number: String(number) })}
            onClick={onAddBeside}
            className="cc-tool"
          >
            <Icon name="plus" size={16} />
          </button>
        )}
        {rules.most > 1 && (
          <button
            type="button"
            aria-label={fill(words.removeButton, { number: String(number) })}
            title={fill(words.removeButton, { number: String(number) })}
            onClick={() => onChange(null)}
            className="cc-tool"
          >
            <Icon name="delete" size={16} />
          </button>
        )}
      </span>
    </fieldset>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly Value[]
  nameOf: (value: Value) => string
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, nameOf, onChange }: ChoiceProps<Value>): ReactNode {
  return (
    <label className="cc-place">
      <span className="cc-place-name">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value as Value) /* Each option is one of them. */}
        className="cc-input cc-select"
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface LimitedFieldProps {
  label: string
  value: string
  placeholder?: string
  limit: TextLimit | undefined
  problem: ButtonProblem | null
  onChange: (value: string) => void
}

/** A field with its length. A missing text is a problem once the field was left. */
function LimitedField({ label, value, placeholder, limit, problem, onChange }: LimitedFieldProps): ReactNode {
  const words = useComposerWords()
  const shared = useWords()
  const phrases = useLengthPhrases()
  const noteId = useId()
  const [wasLeft, setWasLeft] = useState(false)
  const left = limit ? limit.most - countText(value.trim(), limit.unit) : Number.POSITIVE_INFINITY
  const length =
    limit && left <= Math.max(5, limit.most / 5)
      ? toLengthHint({ left, phrases: phrases(limit.unit), words: shared })
      : null
  const named = { required: shared.required, linkNeeded: shared.linkNeeded, taken: words.taken, tooLong: '' }
  const reason = length?.isProblem ? length.message : wasLeft && problem ? named[problem] : ''
  return (
    <label className="cc-place">
      <span className="cc-place-name">{label}</span>
      <input
        dir="auto"
        autoComplete="off"
        maxLength={2_000}
        placeholder={placeholder}
        value={value}
        aria-invalid={reason !== ''}
        aria-describedby={noteId}
        onBlur={() => setWasLeft(true)}
        onChange={(event) => onChange(event.target.value)}
        className="cc-input"
      />
      <span id={noteId} className={reason === '' ? 'cc-place-note' : 'cc-place-problem'}>
        {reason || length?.message}
      </span>
    </label>
  )
}
