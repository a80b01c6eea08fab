import { type ReactNode, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Dialog } from '../Dialog.tsx'
import { fill } from '../format.ts'
import { Icon } from '../Icon.tsx'

interface PictureProps {
  link: string
  name: string
}

/** A picture in a message, enlarged by a click. */
export function Picture({ link, name }: PictureProps): ReactNode {
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken)
    return (
      <p className="cc-note">
        <Icon name="ban" size={16} />
        {fill(words.cannotShow, { name })}
      </p>
    )
  return (
    <>
      <button
        type="button"
        aria-label={fill(words.enlarge, { name })}
        onClick={() => setIsOpen(true)}
        className="cc-picture"
      >
        <img src={link} alt={name} loading="lazy" onError={() => setIsBroken(true)} className="cc-picture-image" />
      </button>
      {isOpen && <Viewer link={link} name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** A picture that fills the screen. */
function Viewer({ link, name, onClose }: PictureProps & { onClose: () => void }): ReactNode {
  const words = useWords()
  return (
    <Dialog label={name} onClose={onClose} className="cc-viewer">
      <div className="cc-viewer-bar">
        <h2 className="cc-viewer-name">{name}</h2>
        <a href={link} download={name} aria-label={words.download} className="cc-viewer-tool">
          <Icon name="download" />
        </a>
        <button type="button" aria-label={words.close} onClick={onClose} className="cc-viewer-tool">
          <Icon name="close" />
        </button>
      </div>
      <img src={link} alt={name} className="cc-viewer-image" />
    </Dialog>
  )
}
