import { Ban, Contact, Image, MapPin, Mic, Paperclip, PhoneMissed, Plus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { MessageKind } from '../../../src/store/schema.ts'
import { largestFileBytes, toUpload, type Upload } from '../../ui/message/toUpload.ts'
import { Problem } from '../../ui/Problem.tsx'
import { drawPhoto, humVoice } from './samples.ts'

interface AttachMenuProps {
  onFile: (file: Upload) => void
  onKind: (content: { kind: MessageKind; text?: string }) => void
}

/** A menu of everything beside a text that the customer can send. */
export function AttachMenu({ onFile, onKind }: AttachMenuProps) {
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

  function choose(content: { kind: MessageKind; text?: string }): void {
    setIsOpen(false)
    onKind(content)
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
        <div className="absolute bottom-12 left-0 z-10 w-64 rounded-xl border border-line bg-surface p-1.5 shadow-lg">
          <Problem error={problem} />
          <Item icon={<Image aria-hidden="true" />} name="Sample photo" onClick={() => void attach(drawPhoto())} />
          <Item icon={<Mic aria-hidden="true" />} name="Sample voice message" onClick={() => void attach(humVoice())} />
          <Item icon={<Paperclip aria-hidden="true" />} name="Your own file" onClick={() => picker.current?.click()} />
          <hr className="my-1.5 border-line" />
          {others.map(({ icon, name, ...content }) => (
            <Item key={name} icon={icon} name={name} onClick={() => choose(content)} />
          ))}
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

/** Messages that are neither a text nor a file. */
const others = [
  {
    icon: <MapPin aria-hidden="true" />,
    name: 'Location',
    kind: 'location',
    text: 'Harbour Café, Stockholm: 59.3238, 18.0931',
  },
  { icon: <Contact aria-hidden="true" />, name: 'Contact card', kind: 'contact', text: 'Greta Lind, +46 70 123 45 67' },
  { icon: <PhoneMissed aria-hidden="true" />, name: 'Missed call', kind: 'missedCall' },
  { icon: <Ban aria-hidden="true" />, name: 'Something no API can show', kind: 'unsupported' },
] as const

function Item({ icon, name, onClick }: { icon: ReactNode; name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="flex h-9 w-full items-center gap-2.5 rounded-lg px-2.5 text-left font-medium hover:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
      onClick={onClick}
    >
      {icon}
      {name}
    </button>
  )
}
