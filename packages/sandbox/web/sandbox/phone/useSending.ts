import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { Upload } from '../../message/toUpload.ts'
import { callControl } from '../control/callControl.ts'
import type { Customer } from './Phone.tsx'

/** What a customer sends at once. */
export type PhoneContent = { text: string } | { file: Upload }

/** Sends as the customer. */
export function useSending({ chatType, chatId, name }: Customer): UseMutationResult<unknown, Error, PhoneContent> {
  const who = { chatType, chatId, ...(name === chatId ? {} : { name }) }
  return useMutation({
    mutationFn: (content: PhoneContent) => callControl('POST /simulate/message', { ...who, ...content }),
  })
}
