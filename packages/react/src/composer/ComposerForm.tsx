import { checkDraft, createKeyboard, findRules, isCaptioned } from '@crm-chat/core/composer'
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { Attachment } from '../conversation/composer/Attachment.tsx'
import { AttachButton, Hint } from '../conversation/composer/WritingForm.tsx'
import { Icon } from '../conversation/Icon.tsx'
import { ToolButton } from '../conversation/ToolButton.tsx'
import { ChannelField } from './ChannelField.tsx'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'
import { ComposerTemplates } from './ComposerTemplates.tsx'
import { FileProblem } from './FileProblem.tsx'
import { KeyboardEditor } from './KeyboardEditor.tsx'
import { QuoteLine } from './QuoteLine.tsx'
import { RecipientField } from './RecipientField.tsx'
import { TemplateFirst } from './TemplateFirst.tsx'
import { useDraftHint } from './useDraftHint.ts'

/** Recipient, channel and message. Ctrl+Enter or ⌘+Enter sends. */
export function ComposerForm({ allowsNew }: { allowsNew: boolean }): ReactNode {
  const state = useComposerState()
  const { attach, send, setText, setKeyboard, setKeepUnanswered } = useComposerActions()
  const words = useComposerWords()
  const shared = useWords()
  const hintId = useId()
  const [isChoosing, setIsChoosing] = useState(false)
  const { allowed, attachment, keyboard, text, keepUnanswered } = state
  const rules = findRules(state)
  const { obstacle } = checkDraft(state)
  const hint = useDraftHint()
  const isLive = state.connection === 'live'
  const canAttach = allowed?.can.includes('file') === true
  const hasTemplates = allowed?.can.includes('template') === true && rules?.templates === true
  const [firstKeyboard] = rules?.keyboards ?? []
  const isTemplateFirst = obstacle === 'templateFirst'
  const openTemplates = (): void => setIsChoosing(true)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    send()
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  function handlePaste(event: ClipboardEvent): void {
    const [pasted] = event.clipboardData.files
    if (!pasted || !canAttach) return
    event.preventDefault()
    attach(pasted)
  }

  return (
    <>
      <form onSubmit={handleSubmit} noValidate className="cc-compose-form">
        <RecipientField allowsNew={allowsNew} />
        <ChannelField />
        <QuoteLine />
        {isTemplateFirst ? (
          <TemplateFirst onTemplates={hasTemplates ? openTemplates : undefined} />
        ) : (
          <>
            <div className="cc-compose-box">
              {attachment && <Attachment file={attachment} onRemove={() => attach(null)} />}
              <textarea
                dir="auto"
                aria-label={shared.message}
                aria-describedby={hintId}
                aria-invalid={obstacle === 'tooLong'}
                placeholder={isCaptioned(state) ? shared.caption : shared.write}
                rows={3}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={handleKeyDown}
                onPaste={handlePaste}
                className="cc-field cc-compose-text"
              />
              <div className="cc-compose-tools">
                {canAttach && <AttachButton disabled={!isLive} onFile={attach} />}
                {hasTemplates && (
                  <ToolButton icon="template" label={shared.useTemplate} disabled={!isLive} onClick={openTemplates} />
                )}
                {firstKeyboard && !keyboard && (
                  <ToolButton
                    icon="keyboard"
                    label={words.addButtons}
                    onClick={() => setKeyboard(createKeyboard(firstKeyboard))}
                  />
                )}
                <span className="cc-compose-space" />
                <button type="submit" disabled={obstacle !== null} className="cc-button cc-primary cc-compose-send">
                  <Icon name="up" size={16} />
                  {shared.send}
                </button>
              </div>
            </div>
            <Hint id={hintId} hint={hint} />
            <FileProblem />
            {keyboard && rules && <KeyboardEditor keyboard={keyboard} rules={rules.keyboards} />}
          </>
        )}
        {rules?.keepsUnanswered && (
          <label className="cc-compose-check" title={words.keepUnansweredHint}>
            <input
              type="checkbox"
              checked={keepUnanswered}
              onChange={(event) => setKeepUnanswered(event.target.checked)}
              className="cc-compose-tick"
            />
            <span>{words.keepUnanswered}</span>
          </label>
        )}
      </form>
      {isChoosing && <ComposerTemplates onClose={() => setIsChoosing(false)} />}
    </>
  )
}
