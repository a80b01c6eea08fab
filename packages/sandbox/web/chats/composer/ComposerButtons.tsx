import { ArrowUp, Check, LayoutTemplate, Paperclip } from 'lucide-react'
import { useRef } from 'react'

const iconLook =
  'grid size-9 shrink-0 place-items-center rounded-xl text-muted hover:text-ink disabled:cursor-default disabled:opacity-50'

/** Picks a file to send. */
export function AttachButton({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        aria-label="Attach a file"
        title="Attach a file"
        disabled={disabled}
        onClick={() => picker.current?.click()}
        className={iconLook}
      >
        <Paperclip aria-hidden="true" className="size-5" />
      </button>
      <input
        ref={picker}
        type="file"
        aria-label="File to send"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = '' // Allows the same file to be picked again.
        }}
      />
    </>
  )
}

/** Opens the template dialog. */
export function TemplateButton({ disabled, onClick }: { disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label="Use a template"
      title="Use a template"
      disabled={disabled}
      onClick={onClick}
      className={iconLook}
    >
      <LayoutTemplate aria-hidden="true" className="size-5" />
    </button>
  )
}

/** Sends a new message, or saves an edited one. */
export function SendButton({ isEdit, disabled }: { isEdit: boolean; disabled: boolean }) {
  const Icon = isEdit ? Check : ArrowUp
  return (
    <button
      type="submit"
      aria-label={isEdit ? 'Save' : 'Send'}
      disabled={disabled}
      className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity disabled:cursor-default disabled:bg-line disabled:text-muted"
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={2.25} />
    </button>
  )
}
