import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link FormFooter}. */
export interface FormFooterProps {
  /** Name of the button that sends the form. */
  action: string
  /** The reason why it failed. */
  problem: string | null
  isBusy: boolean
  /** Forgets what was written. */
  onForget: () => void
  onCancel: () => void
}

/** The end of a form in a dialog: why it failed, and the two buttons. */
export function FormFooter({ action, problem, isBusy, onForget, onCancel }: FormFooterProps): ReactNode {
  const words = useWords()
  const handleCancel = (): void => {
    onForget()
    onCancel()
  }
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-2">
      <p role="alert" className="me-auto text-danger">
        {problem}
      </p>
      <Button onClick={handleCancel}>{words.cancel}</Button>
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? words.saving : action}
      </Button>
    </div>
  )
}
