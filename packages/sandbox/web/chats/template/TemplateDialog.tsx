import { ChevronLeft, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { WindowChat, WindowTemplate } from '../../../src/chats/events.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import type { Answered } from '../session/windowSocket.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'

const buttonLook = 'grid size-9 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink'

/** Choosing a template, filling it in, and sending it. Where there is room, the choice stays beside the form. */
export function TemplateDialog({ chat, onClose }: { chat: WindowChat; onClose: () => void }) {
  const { templates, reload } = useTemplates(chat)
  const [chosen, setChosen] = useState<WindowTemplate | null>(null)
  return (
    <Dialog label="Send a template" onClose={onClose}>
      <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-5 max-wide:pl-3">
        {chosen && (
          <button
            type="button"
            aria-label="Back to the templates"
            onClick={() => setChosen(null)}
            className={`${buttonLook} wide:hidden`}
          >
            <ChevronLeft aria-hidden="true" className="size-5" />
          </button>
        )}
        <h2 className="min-w-0 grow truncate font-semibold">Send a template</h2>
        <button type="button" aria-label="Close" onClick={onClose} className={buttonLook}>
          <X aria-hidden="true" className="size-5" />
        </button>
      </header>
      <div className="flex min-h-0 grow wide:h-[36rem]">
        <div
          className={`flex min-h-0 w-full flex-col border-line wide:w-72 wide:shrink-0 wide:border-r ${chosen ? 'max-wide:hidden' : ''}`}
        >
          <TemplateList templates={templates} chosen={chosen} onChoose={setChosen} onRetry={reload} />
        </div>
        <div className={`min-h-0 min-w-0 grow ${chosen ? 'flex flex-col' : 'max-wide:hidden'}`}>
          {chosen ? (
            <TemplateForm key={chosen.templateGuid} chat={chat} template={chosen} onSent={onClose} />
          ) : (
            <p className="grid h-full place-content-center p-8 text-center text-muted">
              Choose a template to see it and fill it in.
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function useTemplates({ chatType, chatId }: WindowChat): {
  templates: Answered<WindowTemplate[]> | null
  reload: () => void
} {
  const { fetchTemplates } = useSession()
  const [templates, setTemplates] = useState<Answered<WindowTemplate[]> | null>(null)
  const [attempt, setAttempt] = useState({ number: 1 })
  useEffect(() => {
    let isWanted = attempt.number > 0
    setTemplates(null)
    void fetchTemplates({ chatType, chatId }).then((answer) => isWanted && setTemplates(answer))
    return () => {
      isWanted = false
    }
  }, [fetchTemplates, chatType, chatId, attempt])
  return { templates, reload: () => setAttempt(({ number }) => ({ number: number + 1 })) }
}
