import { findNewMessengers, findRecipients } from '@crm-chat/core/composer'
import type { ReactNode } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { explain } from '../conversation/format.ts'
import { useOnline } from '../useOnline.ts'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'
import { ComposerForm } from './ComposerForm.tsx'
import { ComposerNotice } from './ComposerNotice.tsx'
import { ComposerWaiting } from './ComposerWaiting.tsx'
import { SentMessages } from './SentMessages.tsx'

/** The composer in one of its states. */
export function ComposerParts({ allowsNew }: { allowsNew: boolean }): ReactNode {
  const state = useComposerState()
  const { reload } = useComposerActions()
  const words = useComposerWords()
  const shared = useWords()
  const isOnline = useOnline()
  const { allowed, failure } = state
  if (!allowed && failure)
    return (
      <ComposerNotice
        role="alert"
        icon="alert"
        title={words.failed}
        hint={explain({ ...failure, reason: failure.message }, shared)}
      >
        <button type="button" onClick={reload} className="cc-button cc-secondary">
          {shared.retry}
        </button>
      </ComposerNotice>
    )
  if (!allowed) return <ComposerWaiting label={words.loading} />
  if (!allowed.can.includes('send'))
    return <ComposerNotice role="status" icon="ban" title={words.forbidden} hint={words.forbiddenHint} />
  if (findNewMessengers(state).length === 0 && findRecipients(state).length === 0)
    return <ComposerNotice role="status" icon="link" title={words.noChannels} hint={words.noChannelsHint} />

  return (
    <div className="cc-compose-parts">
      <p role="status" className="cc-offline">
        {state.connection === 'ended'
          ? shared.ended
          : isOnline
            ? state.connection === 'lost' && shared.lost
            : shared.offline}
      </p>
      <ComposerForm allowsNew={allowsNew} />
      <SentMessages items={state.items} />
    </div>
  )
}
