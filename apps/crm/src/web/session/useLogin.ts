import { useMutation, useQueryClient } from '@tanstack/react-query'
import { meAnswerSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { rememberUser } from './rememberUser.ts'

/** Logs a user in. */
export function useLogin() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (userId: string) => sendRequest({ path: '/login', answer: meAnswerSchema, body: { userId } }),
    onSuccess: (answer) => rememberUser(queryClient, answer),
  })
}
