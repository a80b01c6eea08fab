import {
  checkKeyboard,
  createButton,
  createKeyboard,
  type DraftButton,
  type KeyboardDraft,
  type KeyboardRules,
  toButtons,
} from '@crm-chat/core/composer'
import { Fragment, type ReactNode, useId } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { MessageButtons } from '../conversation/content/MessageButtons.tsx'
import { fillCount } from '../conversation/format.ts'
import { Icon } from '../conversation/Icon.tsx'
import { ButtonFields } from './ButtonFields.tsx'
import { useComposerActions, useComposerWords } from './ComposerContext.ts'

interface KeyboardEditorProps {
  keyboard: KeyboardDraft
  /** Rules of each kind of buttons that the messenger has. */
  rules: readonly KeyboardRules[]
}

/** The buttons of a message: their kind, their texts and values in rows, and a preview. */
export function KeyboardEditor({ keyboard, rules }: KeyboardEditorProps): ReactNode {
  const { setKeyboard } = useComposerActions()
  const words = useComposerWords()
  const shared = useWords()
  const titleId = useId()
  const own = rules.find(({ type }) => type === keyboard.type) ?? rules[0]
  if (!own) return null
  const { rows } = keyboard
  const { number, rows: problems } = checkKeyboard(keyboard, own)
  const buttons = rows.flat()
  const setRows = (next: KeyboardDraft['rows']): void =>
    setKeyboard({ ...keyboard, rows: next.filter((row) => row.length > 0) })
  const change = (row: number, place: number, button: DraftButton | null): void =>
    setRows(
      rows.map((all, index) => (index === row ? all.flatMap((one, at) => (at === place ? (button ?? []) : one)) : all)),
    )
  const addBeside = (row: number): void =>
    setRows(rows.map((all, index) => (index === row ? [...all, createButton(own)] : all)))
  const canAdd = buttons.length < own.most
  let count = 0

  return (
    <section aria-labelledby={titleId} className="cc-keyboard">
      <header className="cc-keyboard-head">
        <h3 id={titleId} className="cc-keyboard-title">
          {words.buttons}
        </h3>
        {rules.length > 1 && (
          <select
            aria-label={words.kindOfButtons}
            value={own.type}
            onChange={(event) => {
              const next = rules.find(({ type }) => type === event.target.value)
              if (next) setKeyboard(toKind(keyboard, next))
            }}
            className="cc-input cc-select cc-keyboard-kind"
          >
            {rules.map(({ type }) => (
              <option key={type} value={type}>
                {words.keyboards[type]}
              </option>
            ))}
          </select>
        )}
        <button type="button" aria-label={words.removeButtons} onClick={() => setKeyboard(null)} className="cc-tool">
          <Icon name="close" size={16} />
        </button>
      </header>
      {own.type === 'remove' && <p className="cc-keyboard-note">{words.removal}</p>}
      {Object.entries(rows).map(([rowKey, row]) => (
        <div key={rowKey} className="cc-keyboard-row">
          {Object.entries(row).map(([key, button]) => {
            count += 1
            return (
              <ButtonFields
                key={key}
                number={count}
                button={button}
                rules={own}
                problems={problems[Number(rowKey)]?.[Number(key)] ?? { text: null, value: null }}
                onChange={(next) => change(Number(rowKey), Number(key), next)}
                onAddBeside={
                  own.hasRows && canAdd && Number(key) === row.length - 1 ? () => addBeside(Number(rowKey)) : undefined
                }
              />
            )
          })}
        </div>
      ))}
      {own.most > 1 && (
        <div className="cc-keyboard-foot">
          <button
            type="button"
            disabled={!canAdd}
            onClick={() => setRows([...rows, [createButton(own)]])}
            className="cc-button cc-secondary cc-keyboard-add"
          >
            <Icon name="plus" size={16} />
            {words.addButton}
          </button>
          <p role="status" className="cc-keyboard-note">
            {number === 'tooFew' && fillCount(words.tooFew, own.least, shared)}
            {(number === 'tooMany' || !canAdd) && number !== 'tooFew' && fillCount(words.tooMany, own.most, shared)}
          </p>
        </div>
      )}
      {own.flags.map((flag) => (
        <label key={flag} className="cc-compose-check">
          <input
            type="checkbox"
            checked={keyboard[flag]}
            onChange={(event) => setKeyboard({ ...keyboard, [flag]: event.target.checked })}
            className="cc-compose-tick"
          />
          <span>{words[flag]}</span>
        </label>
      ))}
      {buttons.some(({ text }) => text.trim() !== '') && (
        <Fragment>
          <p className="cc-keyboard-title">{shared.preview}</p>
          <div className="cc-keyboard-preview">
            <MessageButtons buttons={toButtons(keyboard)} />
          </div>
        </Fragment>
      )}
    </section>
  )
}

/** Turns buttons into another kind, as far as it has them. */
function toKind({ rows }: KeyboardDraft, rules: KeyboardRules): KeyboardDraft {
  const begun = createKeyboard(rules)
  const fitting = rows.flat().slice(0, rules.most)
  const kept = fitting.map((button) => ({
    ...button,
    kind: rules.kinds.includes(button.kind) ? button.kind : createButton(rules).kind,
  }))
  const missing = begun.rows.flat().slice(kept.length)
  return { ...begun, rows: [...kept, ...missing].map((button) => [button]) }
}
