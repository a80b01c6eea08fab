import { type ClosedWindow, type Focus, findChannel, findClosed, isAllowed } from '@crm-chat/core/conversation'
import { type ReactNode, useState } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { describeMessage, fill, formatPeriod } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { ToolButton } from '../ToolButton.tsx'
import { TemplateDialog } from '../template/TemplateDialog.tsx'
import { Attachment } from './Attachment.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { useSubmit } from './useSubmit.ts'
import { WritingForm } from './WritingForm.tsx'

/** Props of {@link Composer}. */
export interface ComposerProps {
  /** Further buttons before the text. */
  tools: ReactNode
}

/** The composer: the channel, the quoted message, the attached file and the text, or a template. */
export function Composer({ tools }: ComposerProps): ReactNode {
  const { source } = useActions()
  const words = useWords()
  const { setFocus, attach } = useActions()
  const focus = useConversationState((state) => state.focus)
  const file = useConversationState((state) => state.attachment)
  const allowed = useConversationState((state) => state.allowed)
  const channelId = useConversationState((state) => state.channelId)
  const thread = useConversationState((state) => state.thread)
  const channel = findChannel({ allowed, channelId, thread })
  const closed = findClosed({ allowed, channelId, thread })
  const { problem, setProblem, submit } = useSubmit()
  const isEdit = focus?.kind === 'edit'
  const isLive = useConversationState((state) => state.connection === 'live')
  const hasTemplates = isAllowed({ allowed }, 'template') && source.fetchTemplates !== undefined
  const [isChoosing, setIsChoosing] = useState(false)
  const open = (): void => setIsChoosing(true)

  function endFocus(): void {
    setProblem(null)
    setFocus(null)
  }

  return (
    <div className="cc-composer">
      <div className="cc-composer-column">
        {focus && <FocusLine focus={focus} onEnd={endFocus} />}
        {file && <Attachment file={file} onRemove={() => attach(null)} />}
        {!isEdit && <ChannelChoice channel={channel} />}
        {closed && !isEdit ? (
          <ClosedNote closed={closed} onTemplates={hasTemplates ? open : undefined} />
        ) : (
          <WritingForm
            problem={problem}
            onSubmit={submit}
            onEndFocus={endFocus}
            tools={
              <>
                {hasTemplates && (
                  <ToolButton icon="template" label={words.useTemplate} disabled={!isLive || isEdit} onClick={open} />
                )}
                {tools}
              </>
            }
          />
        )}
      </div>
      {isChoosing && <Templates channelId={channel?.id} onClose={() => setIsChoosing(false)} />}
    </div>
  )
}

/** The templates of the conversation. */
function Templates({ channelId, onClose }: { channelId: string | undefined; onClose: () => void }): ReactNode {
  const { source, send } = useActions()
  const known = useConversationState((state) => state.allowed.channels)
  const channels = known.length > 0 ? known : null // Without any, the source chooses.
  const isLive = useConversationState((state) => state.connection === 'live')
  const { fetchTemplates } = source
  return <TemplateDialog target={{ fetchTemplates, channels, channelId, isLive, send }} onClose={onClose} />
}

/** The message being replied to or edited, above the text. */
function FocusLine({ focus: { kind, message }, onEnd }: { focus: Focus; onEnd: () => void }): ReactNode {
  const words = useWords()
  const isQuote = kind === 'quote'
  return (
    <div className="cc-focus">
      <Icon name={isQuote ? 'reply' : 'edit'} size={16} />
      <p className="cc-focus-text">
        <span className="cc-focus-kind">{`${isQuote ? words.replyingTo : words.editing} `}</span>
        <span>{describeMessage(message, words)}</span>
      </p>
      <button
        type="button"
        aria-label={isQuote ? words.cancelReply : words.cancelEdit}
        onClick={onEnd}
        className="cc-tool"
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

/** Explains that the messenger's reply window is closed, and offers a template where that helps. */
function ClosedNote({
  closed: { ms, afterwards, messenger },
  onTemplates,
}: {
  closed: ClosedWindow
  onTemplates: (() => void) | undefined
}): ReactNode {
  const words = useWords()
  const phrase = afterwards === 'templates' ? words.closedToTexts : words.closedToReplies
  return (
    <div role="status" className="cc-closed">
      <Icon name="clock" size={16} />
      <p className="cc-closed-reason">{fill(phrase, { period: formatPeriod(ms, words), messenger })}</p>
      {afterwards === 'templates' && onTemplates && (
        <button type="button" onClick={onTemplates} className="cc-button cc-primary">
          {words.chooseTemplate}
        </button>
      )}
    </div>
  )
}
