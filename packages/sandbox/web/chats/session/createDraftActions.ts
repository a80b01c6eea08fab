import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey } from '../../../src/chats/events.ts'
import { largestFileBytes, toUpload } from '../../ui/message/toUpload.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState, Focus } from './chatsState.ts'

/** Writing, before anything is sent. */
export interface DraftActions {
  setDraft: (chat: ChatKey, text: string) => void
  /** Puts a file into the composer. */
  attach: (chat: ChatKey, file: File) => Promise<void>
  detach: (chat: ChatKey) => void
  /** Lets the composer answer to a message or change it; `undefined` goes back to a new message. */
  setFocus: (chat: ChatKey, focus: Focus | undefined) => void
  /** Writes through another of the company's accounts from now on. */
  chooseChannel: (chat: ChatKey, channelId: string) => void
}

/** Creates what a person can do while writing. */
export function createDraftActions({ store }: { store: StoreApi<ChatsState> }): DraftActions {
  return {
    setDraft(chat, text) {
      store.setState(({ drafts }) => ({ drafts: { ...drafts, [toKey(chat)]: text } }))
    },
    async attach(chat, file) {
      if (file.size === 0 || file.size > largestFileBytes) {
        const reason = file.size === 0 ? 'This file is empty.' : 'The sandbox takes files of up to 700 kB.'
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
