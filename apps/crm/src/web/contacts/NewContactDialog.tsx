import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { NewContactForm } from './NewContactForm.tsx'

/** The form for a new contact, in a dialog. It opens empty each time. */
export function NewContactDialog({ ref }: { ref: RefObject<HTMLDialogElement | null> }): ReactNode {
  const titleId = useId()
  const [opening, setOpening] = useState(0)
  const close = (): void => ref.current?.close()
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={() => setOpening(opening + 1)}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-2xl border border-line bg-raised p-6 text-ink shadow-float backdrop:bg-black/40"
    >
      <div className="mb-5 flex items-start justify-between gap-4">
        <div>
          <h2 id={titleId} className="text-lg font-semibold tracking-tight">
            New contact
          </h2>
          <p className="mt-0.5 text-soft">You will be responsible for them.</p>
        </div>
        <button
          type="button"
          aria-label="Close"
          onClick={close}
          className="-me-1.5 grid size-8 place-items-center rounded-lg text-soft transition hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <NewContactForm key={opening} onCancel={close} />
    </dialog>
  )
}
