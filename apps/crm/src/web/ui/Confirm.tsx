import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

/** Props of {@link Confirm}. */
export interface ConfirmProps {
  title: string
  text: ReactNode
  /** What happens, e.g. `Delete 12 contacts`. */
  action: string
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. The way out has the focus. */
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps): ReactNode {
  const words = useWords()
  return (
    <Dialog title={title} size="small" onClose={onClose}>
      {(close) => (
        <>
          <p className="leading-6 text-soft">{text}</p>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button data-autofocus onClick={close}>
              {words.cancel}
            </Button>
            <Button
              look="danger"
              onClick={() => {
                onConfirm()
                close()
              }}
            >
              {action}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
