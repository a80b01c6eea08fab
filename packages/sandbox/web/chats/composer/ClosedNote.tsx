import { Clock } from 'lucide-react'

const words = {
  waba: 'The customer last wrote more than 24 hours ago. WhatsApp Business only accepts templates now.',
  instagram: 'The customer last wrote more than 7 days ago. Instagram accepts replies again once they write.',
}

/** Explains that the messenger's reply window is closed, and offers a template where that helps. */
export function ClosedNote({ closed, onTemplate }: { closed: keyof typeof words; onTemplate: () => void }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-warn px-3.5 py-2.5 text-[13px] text-warn-ink"
    >
      <Clock aria-hidden="true" className="size-4 shrink-0" />
      <p className="min-w-48 flex-1">{words[closed]}</p>
      {closed === 'waba' && (
        <button
          type="button"
          onClick={onTemplate}
          className="h-9 rounded-lg bg-accent px-3.5 font-medium text-on-accent"
        >
          Choose a template
        </button>
      )}
    </div>
  )
}
