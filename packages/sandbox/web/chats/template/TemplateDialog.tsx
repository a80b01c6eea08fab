import type { ConversationStore } from '@crm-chat/react/conversation'
import { ChevronLeft, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Outcome } from '../session/chatsSource.ts'
import type { Chat, Template } from '../session/conversation.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'

const buttonLook = 'grid size-9 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink'

interface TemplateDialogProps {
  chat: Chat
  conversation: ConversationStore
  onClose: () => void
}

/** The dialog to choose a template, fill it in and send it. On wide screens the list stays beside the form. */
export function TemplateDialog({ chat, conversation, onClose }: TemplateDialogProps) {
  const { templates, reload } = useTemplates(chat)
  const [chosen, setChosen] = useState<Template | null>(null)
  return (
    <Dialog label="Send a template" onClose={onClose}>
      <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-5 max-wide:pl-3">
        {chosen && (
          <button
            type="button"
            aria-label="Back to templates"
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
            <TemplateForm key={chosen.templateGuid} conversation={conversation} template={chosen} onSent={onClose} />
          ) : (
            <p className="grid h-full place-content-center p-8 text-center text-muted">
              Choose a template to preview it and fill it in.
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function useTemplates({ chatType, chatId }: Chat): {
  templates: Outcome<Template[]> | null
  reload: () => void
} {
  const { fetchTemplates } = useSession()
  const [templates, setTemplates] = useState<Outcome<Template[]> | null>(null)
  const [attempt, setAttempt] = useState({ number: 1 })
  useEffect(() => {
    let isCurrent = attempt.number > 0
    setTemplates(null)
    void fetchTemplates({ chatType, chatId }).then((outcome) => isCurrent && setTemplates(outcome))
    return () => {
      isCurrent = false
    }
  }, [fetchTemplates, chatType, chatId, attempt])
  return { templates, reload: () => setAttempt(({ number }) => ({ number: number + 1 })) }
}
