import { Image, Mic, Paperclip, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { largestFileBytes, toUpload, type Upload } from '../../ui/message/toUpload.ts'
import { Problem } from '../../ui/Problem.tsx'
import { drawPhoto, humVoice } from './samples.ts'

const itemLook = 'flex h-9 w-full items-center gap-2.5 rounded-lg px-2.5 text-left font-medium hover:bg-hover'

/** A menu of attachments the customer can send. */
export function AttachMenu({ onFile }: { onFile: (file: Upload) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const picker = useRef<HTMLInputElement>(null)

  async function attach(source: File | undefined | Promise<File>): Promise<void> {
    const file = await source
    setIsOpen(false)
    if (!file) return
    const fits = file.size <= largestFileBytes
    setProblem(fits ? null : new Error('Files can be up to 700 kB.'))
    if (fits) onFile(await toUpload(file))
  }

  return (
    <fieldset
      aria-label="Attachments"
      className="relative"
      onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
    >
      <button
        type="button"
        aria-label="Attach"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="grid size-10 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink"
      >
        <Plus aria-hidden="true" className="size-5" />
      </button>
      {(isOpen || problem) && (
        <div className="absolute bottom-12 left-0 z-10 w-52 rounded-xl border border-line bg-surface p-1.5 shadow-lg">
          <Problem error={problem} />
          <button type="button" className={itemLook} onClick={() => void attach(drawPhoto())}>
            <Image aria-hidden="true" className="size-4 text-muted" />
            Sample photo
          </button>
          <button type="button" className={itemLook} onClick={() => void attach(humVoice())}>
            <Mic aria-hidden="true" className="size-4 text-muted" />
            Sample voice message
          </button>
          <button type="button" className={itemLook} onClick={() => picker.current?.click()}>
            <Paperclip aria-hidden="true" className="size-4 text-muted" />
            Your own file
          </button>
        </div>
      )}
      <input
        ref={picker}
        type="file"
        aria-label="File to send"
        hidden
        onChange={(event) => void attach(event.target.files?.[0])}
      />
    </fieldset>
  )
}
