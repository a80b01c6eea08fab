import { Pencil } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { toErrorText } from '../requests/toErrorText.ts'
import { controlLook } from '../ui/Field.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useWords } from '../words/speech.ts'

/** Props of {@link Fact}. */
export interface FactProps {
  label: string
  /** The text to edit. */
  value: string
  /** The value as it is shown, when that is more than its text, e.g. a link. */
  children?: ReactNode
  canEdit: boolean
  /** Saves another text. */
  onSave: (value: string) => Promise<unknown>
  type?: 'text' | 'tel' | 'email' | 'url'
}

/** A fact of a card, edited in its place: Enter and leaving the field save it, Escape leaves it as it was. */
export function Fact({ label, value, children, canEdit, onSave, type = 'text' }: FactProps): ReactNode {
  const words = useWords()
  const id = useId()
  const [isEditing, setIsEditing] = useState(false)
  const button = useReturnFocus({ isEditing })
  const [problem, setProblem] = useState<string | null>(null)
  const close = (): void => {
    setIsEditing(false)
    setProblem(null)
  }
  const save = async (text: string): Promise<void> => {
    if (text.trim() === value) return close()
    try {
      await onSave(text)
      close()
    } catch (error) {
      setProblem(toProblem(error))
    }
  }
  const toProblem = (error: unknown): string => {
    return error instanceof Error ? toErrorText({ error, words }) : words.errors.internal
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') void save(event.currentTarget.value)
    else return
    event.preventDefault()
  }
  return (
    <div className="group grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2 pointer-coarse:min-h-11">
      <dt className="text-soft">{label}</dt>
      <dd className="flex min-w-0 items-center gap-1">
        {isEditing ? (
          <div className="w-full">
            <input
              // biome-ignore lint/a11y/noAutofocus: the user has asked to write here.
              autoFocus
              type={type}
              dir={type === 'text' ? 'auto' : 'ltr'}
              aria-label={label}
              aria-invalid={problem !== null}
              aria-describedby={problem ? id : undefined}
              defaultValue={value}
              onKeyDown={handleKeyDown}
              onBlur={(event) => void save(event.target.value)}
              className={controlLook}
            />
            {problem && (
              <p id={id} role="alert" className="mt-1 text-[0.8125rem] text-danger">
                {problem}
              </p>
            )}
          </div>
        ) : (
          <>
            <span className="min-w-0 wrap-anywhere">{value ? (children ?? <bdi>{value}</bdi>) : <Nothing />}</span>
            {canEdit && (
              <button
                ref={button}
                type="button"
                aria-label={words.editFact(label)}
                title={words.editFact(label)}
                onClick={() => setIsEditing(true)}
                className="grid size-7 shrink-0 place-items-center rounded-md text-soft opacity-0 group-hover:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100"
              >
                <Pencil aria-hidden className="size-3.5" />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  )
}

function Nothing(): ReactNode {
  return <span className="text-soft">—</span>
}
