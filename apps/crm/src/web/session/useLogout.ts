import { useMutation } from '@tanstack/react-query'
import { meAnswerSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** Logs the user out. The page is loaded anew, so that nothing of theirs stays in memory, chats included. */
export function useLogout() {
  return useMutation({
    mutationFn: () => sendRequest({ path: '/logout', answer: meAnswerSchema, body: {} }),
    onSuccess: () => window.location.assign('/login'),
  })
}
