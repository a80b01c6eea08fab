import { useMutation, useQueryClient } from '@tanstack/react-query'
import { contactAnswerSchema, type NewContact } from '../../api/contact.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** Adds a contact. */
export function useCreateContact() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (contact: NewContact) => sendRequest({ path: '/contacts', answer: contactAnswerSchema, body: contact }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts', 'list'] }),
  })
}
