import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { ChatKey } from '../../../src/chats/events.ts'
import type { MessageKind } from '../../../src/store/schema.ts'
import type { Upload } from '../../ui/message/toUpload.ts'
import { callControl } from '../control/callControl.ts'

/** A customer, who may not have written yet. */
export interface Customer extends ChatKey {
  name: string
}

/** Everything a customer can send, perhaps in reply to a message: a text, a file, or another kind; or a new text for a message. */
export type CustomerContent =
  | { text: string; refMessageId?: string }
  | { file: Upload; refMessageId?: string }
  | { kind: MessageKind; text?: string; refMessageId?: string }
  | { text: string; messageId: string }

/** Sends as the customer. */
export function useSendAs({ chatType, chatId, name }: Customer): UseMutationResult<unknown, Error, CustomerContent> {
  const sender = { chatType, chatId, ...(name === chatId ? {} : { name }) }
  return useMutation({
    mutationFn: (content: CustomerContent) =>
      'messageId' in content
        ? callControl('POST /simulate/edit', content)
        : callControl('POST /simulate/message', { ...sender, ...content }),
  })
}
