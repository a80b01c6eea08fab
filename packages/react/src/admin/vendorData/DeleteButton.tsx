import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAdminWords } from '../AdminContext.ts'
import { fillCount } from '../format.ts'

interface DeleteButtonProps {
  /** Records that would be deleted. */
  count: number
  onDelete: () => void
}

/** A button that asks before it deletes. */
export function DeleteButton({ count, onDelete }: DeleteButtonProps): ReactNode {
  const words = useAdminWords()
  const [isAsking, setIsAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) keep.current?.focus() // The button that asked is gone.
  }, [isAsking])
  if (!isAsking) {
    return (
      <button type="button" onClick={() => setIsAsking(true)} className="cc-button cc-admin-button cc-admin-danger">
        {words.dataDelete}
      </button>
    )
  }
  return (
    <div role="alert" className="cc-admin-row cc-admin-question">
      <span className="cc-admin-grow">{fillCount(words.dataDeleteQuestion, count, words)}</span>
      <button
        type="button"
        onClick={() => {
          setIsAsking(false)
          onDelete()
        }}
        className="cc-button cc-admin-button cc-admin-danger"
      >
        {words.dataDelete}
      </button>
      <button type="button" ref={keep} onClick={() => setIsAsking(false)} className="cc-button cc-admin-button">
        {words.dataKeep}
      </button>
    </div>
  )
}
