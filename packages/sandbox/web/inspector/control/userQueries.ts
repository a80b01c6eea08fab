import { queryOptions } from '@tanstack/react-query'
import type { UserRole } from '../../../src/store/schema.ts'
import { callControl } from './callControl.ts'

/** A member of the company's staff. */
export interface StaffUser {
  id: string
  name: string
}

/** Users with their unanswered messages, and their roles. */
export interface UsersResponse {
  users: (StaffUser & { unanswered: number; recent: { count: number; tone: 'red' | 'grey' | null } })[]
  roles: UserRole[]
}

/** Users that the CRM uploaded or requested links for. The counts depend on chats, whose changes refresh this query too. */
export const usersQueryOptions = () =>
  queryOptions({ queryKey: ['chats', 'users'], queryFn: () => callControl<UsersResponse>('GET /users') })

/** Users that the CRM requested links for, the latest first. */
export const linkUsersQueryOptions = () =>
  queryOptions({
    queryKey: ['links'],
    queryFn: async () => (await callControl<{ users: StaffUser[] }>('GET /windows')).users,
  })
