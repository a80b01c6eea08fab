import { Paperclip } from 'lucide-react'
import { useRef } from 'react'

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
        className="grid size-9 shrink-0 place-items-center rounded-xl text-muted hover:text-ink disabled:cursor-default disabled:opacity-50"
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
          event.target.value = '' // So that the same file can be picked again.
        }}
      />
    </>
  )
}
