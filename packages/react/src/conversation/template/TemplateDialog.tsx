import type { ConversationTemplate, Outcome } from '@crm-chat/core/conversation'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Dialog } from '../Dialog.tsx'
import { Icon } from '../Icon.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'
import type { TemplateTarget } from './templateTarget.ts'

/** The dialog to choose a template, fill it in and send it. On wide screens the list stays beside the form. */
export function TemplateDialog({ target, onClose }: { target: TemplateTarget; onClose: () => void }): ReactNode {
  const words = useWords()
  const { templates, reload } = useTemplates(target)
  const [chosen, setChosen] = useState<ConversationTemplate | null>(null)
  return (
    <Dialog label={words.sendTemplateTitle} onClose={onClose} className="cc-sheet">
      <header className="cc-sheet-bar">
        {chosen && (
          <button
            type="button"
            aria-label={words.backToTemplates}
            onClick={() => setChosen(null)}
            className="cc-tool cc-sheet-back"
          >
            <Icon name="back" />
          </button>
        )}
        <h2 className="cc-sheet-title">{words.sendTemplateTitle}</h2>
        <button type="button" aria-label={words.close} onClick={onClose} className="cc-tool">
          <Icon name="close" />
        </button>
      </header>
      <div data-chosen={chosen !== null || undefined} className="cc-sheet-body">
        <div className="cc-sheet-list">
          <TemplateList templates={templates} chosen={chosen} onChoose={setChosen} onRetry={reload} />
        </div>
        <div className="cc-sheet-main">
          {chosen ? (
            <TemplateForm key={chosen.id} template={chosen} target={target} onSent={onClose} />
          ) : (
            <p className="cc-sheet-hint">{words.templateHint}</p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function useTemplates({ fetchTemplates }: TemplateTarget): {
  templates: Outcome<readonly ConversationTemplate[]> | null
  reload: () => void
} {
  const [templates, setTemplates] = useState<Outcome<readonly ConversationTemplate[]> | null>(null)
  const [attempt, setAttempt] = useState({ number: 1 })
  useEffect(() => {
    let isCurrent = attempt.number > 0
    setTemplates(null)
    void fetchTemplates?.().then((outcome) => isCurrent && setTemplates(outcome))
    return () => {
      isCurrent = false
    }
  }, [fetchTemplates, attempt])
  return { templates, reload: () => setAttempt(({ number }) => ({ number: number + 1 })) }
}
