import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { formatSize } from '../format.ts'
import { Icon } from '../Icon.tsx'

/** The attached file, with a button to remove it. */
export function Attachment({ file, onRemove }: { file: File; onRemove: () => void }): ReactNode {
  const words = useWords()
  const picture = usePicture(file)
  return (
    <div className="cc-attachment">
      {picture ? (
        <img src={picture} alt="" className="cc-attachment-picture" />
      ) : (
        <span className="cc-file-emblem">
          <Icon name="document" />
        </span>
      )}
      <span className="cc-file-texts">
        <span className="cc-file-name">{file.name}</span>
        <span className="cc-file-kind">{formatSize(file.size, words)}</span>
      </span>
      <button type="button" aria-label={words.removeFile} onClick={onRemove} className="cc-tool">
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

/** Largest picture that is shown, in bytes: it is kept twice meanwhile. */
const largestPicture = 4_000_000

/** Reads a picture as a data URL, which more security policies allow than a blob's. */
function usePicture(file: File): string | null {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    if (!/^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) || file.size > largestPicture) return
    const reader = new FileReader()
    reader.onload = () => setPicture(typeof reader.result === 'string' ? reader.result : null)
    reader.readAsDataURL(file)
    return () => {
      reader.abort()
      setPicture(null)
    }
  }, [file])
  return picture
}
