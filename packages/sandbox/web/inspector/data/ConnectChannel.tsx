import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ConnectForm } from './ConnectForm.tsx'

/** A button that opens the form for a new channel in a dialog. */
export function ConnectChannel() {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [times, setTimes] = useState(0)
  const open = () => {
    setTimes(times + 1)
    dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        <Plus aria-hidden="true" className="size-3.5" />
        Connect a channel
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="scroll-quiet m-auto max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-line bg-surface p-5 text-ink shadow-lg backdrop:bg-black/45"
      >
        <h2 id={titleId} className="mb-3 text-lg font-semibold tracking-tight">
          Connect a channel
        </h2>
        <ConnectForm key={times} onDone={close} onCancel={close} />
      </dialog>
    </>
  )
}
