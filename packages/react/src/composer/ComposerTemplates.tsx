import { findComposerChannel, findRecipient, findRules, listChannels } from '@crm-chat/core/composer'
import type { ReactNode } from 'react'
import { fill } from '../conversation/format.ts'
import { TemplateDialog } from '../conversation/template/TemplateDialog.tsx'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'

/** The templates that can be sent to the recipient. */
export function ComposerTemplates({ onClose }: { onClose: () => void }): ReactNode {
  const state = useComposerState()
  const { source, sendTemplate } = useComposerActions()
  const words = useComposerWords()
  const recipient = findRecipient(state)
  const channels = state.allowed?.channels && recipient ? listChannels(state, recipient.chatType) : null
  return (
    <TemplateDialog
      target={{
        fetchTemplates: source.fetchTemplates,
        channels,
        channelId: findComposerChannel(state)?.id,
        isLive: state.connection === 'live' && recipient !== undefined,
        namePayload: findRules(state)?.payloads ? (text) => fill(words.payload, { text }) : undefined,
        send: ({ template, channelId }, preview) => template && sendTemplate({ ...template, channelId, preview }),
      }}
      onClose={onClose}
    />
  )
}
