import type { StoreApi } from 'zustand/vanilla'
import { formatSize } from '../../ui/format/formatSize.ts'
import { toUpload } from '../../ui/message/toUpload.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState, Focus } from './chatsState.ts'
import type { ChatKey } from './conversation.ts'
import type { ConversationSource } from './conversationSource.ts'

/** Actions on a message before it is sent. */
export interface DraftActions {
  setDraft: (chat: ChatKey, text: string) => void
  /** Attaches a file in the composer. */
  attach: (chat: ChatKey, file: File) => Promise<void>
  detach: (chat: ChatKey) => void
  /** Starts replying to a message or editing it; `undefined` returns to a new message. */
  setFocus: (chat: ChatKey, focus: Focus | undefined) => void
  /** Switches the chat to another channel. */
  chooseChannel: (chat: ChatKey, channelId: string) => void
}

/** Creates the actions on a message before it is sent. */
export function createDraftActions({
  store,
  source: { largestFileBytes },
}: {
  store: StoreApi<ChatsState>
  source: ConversationSource
}): DraftActions {
  return {
    setDraft(chat, text) {
      store.setState(({ drafts }) => ({ drafts: { ...drafts, [toKey(chat)]: text } }))
    },
    async attach(chat, file) {
      if (file.size === 0 || file.size > largestFileBytes) {
        const reason = file.size === 0 ? 'This file is empty.' : `Files can be up to ${formatSize(largestFileBytes)}.`
        store.setState({ problem: { reason, retry: null } })
        return
      }
      const upload = await toUpload(file)
      store.setState(({ attachments }) => ({ attachments: { ...attachments, [toKey(chat)]: upload }, problem: null }))
    },
    detach(chat) {
      store.setState(({ attachments }) => ({ attachments: { ...attachments, [toKey(chat)]: undefined } }))
    },
    setFocus(chat, focus) {
      const key = toKey(chat)
      const text = focus?.kind === 'edit' ? { [key]: focus.message.text ?? '' } : {}
      store.setState(({ focuses, drafts }) => ({
        focuses: { ...focuses, [key]: focus },
        drafts: { ...drafts, ...text },
      }))
    },
    chooseChannel(chat, channelId) {
      store.setState(({ chosenChannels }) => ({ chosenChannels: { ...chosenChannels, [toKey(chat)]: channelId } }))
    },
  }
}
