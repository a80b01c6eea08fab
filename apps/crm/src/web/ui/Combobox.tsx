import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { controlLook, Field, type FieldProps } from './Field.tsx'
import { placeBelow } from './placeBelow.ts'
import type { Choice } from './Select.tsx'

/** Props of {@link Combobox}. */
export interface ComboboxProps extends FieldProps {
  /** Name in the form, for the text itself. */
  name?: string
  /** The text in the field. */
  text: string
  /** Called while the user writes. */
  onTextChange: (text: string) => void
  /** The choices that match the text. */
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
  placeholder?: string | undefined
  autoFocus?: boolean
}

/** A text field with a list of what matches. Arrow keys move in the list, Enter chooses, Escape closes it. */
export function Combobox(props: ComboboxProps): ReactNode {
  const { label, hint, problem, required, text, onTextChange, choices, onChoose, placeholder, autoFocus } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isWanted, setIsWanted] = useState(false)
  const [at, setAt] = useState(-1)
  const isOpen = isWanted && choices.length > 0
  const active = isOpen ? Math.min(at, choices.length - 1) : -1
  const choose = (choice: Choice | undefined): void => {
    setIsWanted(false)
    if (choice) onChoose(choice)
  }
  const handleKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      setIsWanted(true)
      setAt((active + step + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter' && active >= 0) choose(choices[active])
    else if (event.key === 'Escape' && isOpen) setIsWanted(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field label={label} hint={hint} problem={problem} required={required}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            name={props.name}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            data-autofocus={autoFocus ? '' : undefined}
            value={text}
            onChange={(event) => {
              setIsWanted(true)
              setAt(-1)
              onTextChange(event.target.value)
            }}
            onClick={() => setIsWanted(true)}
            onBlur={() => setIsWanted(false)}
            onKeyDown={handleKeyDown}
            className={controlLook}
          />
          {isOpen && (
            <ChoiceList
              id={listId}
              label={label}
              field={input.current}
              choices={choices}
              active={active}
              onChoose={choose}
            />
          )}
        </>
      )}
    </Field>
  )
}

interface ChoiceListProps {
  id: string
  label: string
  field: HTMLElement | null
  choices: readonly Choice[]
  active: number
  onChoose: (choice: Choice) => void
}

/** The list, in the browser's top layer, so that no dialog cuts it. */
function ChoiceList({ id, label, field, choices, active, onChoose }: ChoiceListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!field || !list.current) return
    list.current.style.width = `${field.offsetWidth}px`
    list.current.showPopover()
    placeBelow({ anchor: field, panel: list.current })
  }, [field])
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="fixed m-0 max-h-64 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-float"
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and the keys.
        <div
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
          className="flex min-h-8 cursor-pointer items-center rounded-md px-2.5 py-1 wrap-anywhere hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-accent-strong pointer-coarse:min-h-11"
        >
          {choice.label}
        </div>
      ))}
    </div>
  )
}
