import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { Upload } from '../../ui/message/toUpload.ts'
import { callControl } from '../control/callControl.ts'
import type { Customer } from './Phone.tsx'

/** What a customer does at once: writes, answering a message perhaps, sends a file, or says a message otherwise. */
export type PhoneContent =
  | { text: string; refMessageId?: string }
  | { file: Upload; refMessageId?: string }
  | { text: string; messageId: string }

/** Sends as the customer. */
export function useSending({ chatType, chatId, name }: Customer): UseMutationResult<unknown, Error, PhoneContent> {
  const who = { chatType, chatId, ...(name === chatId ? {} : { name }) }
  return useMutation({
    mutationFn: (content: PhoneContent) =>
      'messageId' in content
        ? callControl('POST /simulate/edit', content)
        : callControl('POST /simulate/message', { ...who, ...content }),
  })
}
