import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { largestFileBytes, toUpload, type Upload } from '../../message/toUpload.ts'

interface AttachButtonProps {
  disabled: boolean
  onFile: (file: Upload) => void
  onProblem: (problem: string | null) => void
}

/** Picks a file to send. */
export function AttachButton({ disabled, onFile, onProblem }: AttachButtonProps) {
  const picker = useRef<HTMLInputElement>(null)

  async function handleFile(file: File | undefined): Promise<void> {
    if (!file) return
    const fits = file.size <= largestFileBytes
    onProblem(fits ? null : 'The sandbox takes files of up to 700 kB.')
    if (fits) onFile(await toUpload(file))
  }

  return (
    <>
      <button
        type="button"
        aria-label="Attach a file"
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
          void handleFile(event.target.files?.[0])
          event.target.value = '' // So that the same file can be picked again.
        }}
      />
    </>
  )
}
