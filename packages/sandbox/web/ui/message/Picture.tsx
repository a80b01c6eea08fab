import { Download, ImageOff, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../Dialog.tsx'

/** A picture in a message, enlarged by a click. */
export function Picture({ link, name }: { link: string; name: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) return <Broken name={name} />
  return (
    <>
      <button
        type="button"
        aria-label={`Enlarge ${name}`}
        onClick={() => setIsOpen(true)}
        className="my-1 -mx-1.5 block cursor-zoom-in overflow-hidden rounded-xl"
      >
        <img
          src={link}
          alt={name}
          onError={() => setIsBroken(true)}
          className="max-h-72 min-h-16 max-w-full bg-line/40 object-contain"
        />
      </button>
      {isOpen && <Viewer link={link} name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function Viewer({ link, name, onClose }: { link: string; name: string; onClose: () => void }) {
  const look = 'grid size-10 place-items-center rounded-full text-white hover:bg-white/15'
  return (
    <Dialog label={name} onClose={onClose} look="viewer">
      <div className="flex items-center gap-1 p-2">
        <h2 className="min-w-0 grow truncate px-2 text-[13px] text-white">{name}</h2>
        <a href={link} download={name} aria-label="Download" className={look}>
          <Download aria-hidden="true" className="size-5" />
        </a>
        <button type="button" aria-label="Close" onClick={onClose} className={look}>
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      <img src={link} alt={name} className="m-auto max-h-[calc(100dvh-4.5rem)] max-w-full object-contain p-2" />
    </Dialog>
  )
}

function Broken({ name }: { name: string }) {
  return (
    <p className="my-1 flex items-center gap-2 text-[13px] text-current/75">
      <ImageOff aria-hidden="true" className="size-4 shrink-0" />
      <span className="wrap-anywhere">Can't show {name}</span>
    </p>
  )
}
