import { LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import type { WindowChat, WindowTemplate } from '../../../src/chats/events.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** The account's approved templates: choosing one puts its words into the composer. */
export function TemplatesMenu({ chat, onChoose }: { chat: WindowChat; onChoose: (text: string) => void }) {
  const { fetchTemplates } = useSession()
  const [templates, setTemplates] = useState<WindowTemplate[] | null>(null)

  return (
    <fieldset
      aria-label="Templates"
      className="relative"
      onKeyDown={(event) => event.key === 'Escape' && setTemplates(null)}
    >
      <button
        type="button"
        aria-label="Use a template"
        aria-expanded={templates !== null}
        onClick={async () => setTemplates(templates ? null : await fetchTemplates(chat))}
        className="grid size-9 shrink-0 place-items-center rounded-xl text-muted hover:text-ink"
      >
        <LayoutTemplate aria-hidden="true" className="size-5" />
      </button>
      {templates && (
        <div className="scroll-quiet absolute bottom-11 left-0 z-10 max-h-72 w-72 overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-lg">
          {templates.length === 0 && <p className="p-2.5 text-[13px] text-muted">No template is approved yet.</p>}
          {templates.map(({ templateGuid, name, text }) => (
            <button
              key={templateGuid}
              type="button"
              className="block w-full rounded-lg px-2.5 py-2 text-left hover:bg-hover"
              onClick={() => {
                onChoose(text)
                setTemplates(null)
              }}
            >
              <span className="block truncate font-medium">{name}</span>
              <span className="line-clamp-2 text-[13px] text-muted">{text}</span>
            </button>
          ))}
        </div>
      )}
    </fieldset>
  )
}
