import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Combobox } from '../ui/Combobox.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { Choice } from '../ui/Select.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useWords } from '../words/speech.ts'

/** Props of {@link ChoiceFact}. */
export interface ChoiceFactProps {
  label: string
  /** Name of the item that is chosen, or empty. */
  name: string
  /** Page of the item. */
  to: string
  canEdit: boolean
  /** Items that match what is written. */
  choices: readonly Choice[]
  onSearch: (text: string) => void
  onSave: (id: string) => void
}

/** A fact of a card that is another item, e.g. a company: a link to it, and a search for another one. */
export function ChoiceFact({ label, name, to, canEdit, choices, onSearch, onSave }: ChoiceFactProps): ReactNode {
  const words = useWords()
  const [text, setText] = useState<string | null>(null)
  const button = useReturnFocus({ isEditing: text !== null })
  const search = (next: string): void => {
    setText(next)
    onSearch(next.trim())
  }
  const close = (): void => setText(null)
  return (
    <div className="group grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2 pointer-coarse:min-h-11">
      <dt className="text-soft">{label}</dt>
      <dd className="flex min-w-0 items-center gap-1">
        {text === null ? (
          <>
            {name ? (
              <Link to={to} className="min-w-0 wrap-anywhere hover:text-accent hover:underline">
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <span className="text-soft">—</span>
            )}
            {canEdit && (
              <IconButton
                ref={button}
                icon={Pencil}
                label={words.editFact(label)}
                onClick={() => search('')}
                className="size-7 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
              />
            )}
          </>
        ) : (
          <ChoiceSearch
            label={label}
            name={name}
            text={text}
            choices={choices}
            onSearch={search}
            onClose={close}
            onSave={(id) => {
              onSave(id)
              close()
            }}
          />
        )}
      </dd>
    </div>
  )
}

interface ChoiceSearchProps extends Pick<ChoiceFactProps, 'label' | 'name' | 'choices' | 'onSearch' | 'onSave'> {
  text: string
  onClose: () => void
}

/** The search, in the place of the fact. It closes when the focus leaves it. */
function ChoiceSearch(props: ChoiceSearchProps): ReactNode {
  const { label, name, text, choices, onSearch, onSave, onClose } = props
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the focus and the keys.
    <div
      ref={(element) => element?.querySelector('input')?.focus()}
      className="w-full [&_label]:sr-only"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onBlur={onClose}
    >
      <Combobox
        label={label}
        placeholder={name}
        text={text}
        onTextChange={onSearch}
        choices={choices}
        onChoose={({ value }) => onSave(value)}
      />
    </div>
  )
}
