import { Clock } from 'lucide-react'

const words = {
  waba: 'More than 24 hours have passed since the customer wrote here. WhatsApp Business lets only a template through.',
  instagram:
    'More than 7 days have passed since the customer wrote. Instagram lets no answer through until they write again.',
}

/** Says that a messenger takes no free answer now, and what can be done. */
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
