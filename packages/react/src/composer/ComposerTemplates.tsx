import { findComposerChannel, findRecipient, findRules, listChannels } from '@crm-chat/core/composer'
import type { ReactNode } from 'react'
import { TemplateDialog } from '../conversation/template/TemplateDialog.tsx'
import { useComposerActions, useComposerState } from './ComposerContext.ts'

/** The templates that can be sent to the recipient. */
export function ComposerTemplates({ onClose }: { onClose: () => void }): ReactNode {
  const state = useComposerState()
  const { source, sendTemplate } = useComposerActions()
  const recipient = findRecipient(state)
  const channels = state.allowed?.channels && recipient ? listChannels(state, recipient.chatType) : null
  return (
    <TemplateDialog
      target={{
        fetchTemplates: source.fetchTemplates,
        channels,
        channelId: findComposerChannel(state)?.id,
        isLive: state.connection === 'live' && recipient !== undefined,
        takesPayloads: findRules(state)?.payloads === true,
        send: ({ template, channelId }, preview) => template && sendTemplate({ ...template, channelId, preview }),
      }}
      onClose={onClose}
    />
  )
}
