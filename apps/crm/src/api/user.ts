import * as z from 'zod/mini'
import { type Role, roles } from './role.ts'

/** A member of the CRM's staff. */
export interface User {
  id: string
  name: string
  /** Job title, e.g. `Account executive`. */
  title: string
  role: Role
}

const userSchema: z.ZodMiniType<User> = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  role: z.enum(roles),
})

/** Response of `GET /api/users`: every user of the demo. */
export const usersResponseSchema: z.ZodMiniType<{ users: User[] }> = z.object({ users: z.array(userSchema) })

/** Response of `GET /api/me`, `POST /api/login` and `POST /api/logout`: the logged-in user, or null. */
export const meResponseSchema: z.ZodMiniType<{ user: User | null }> = z.object({ user: z.nullable(userSchema) })

/** Body of `POST /api/login`. */
export const loginRequestSchema: z.ZodMiniType<{ userId: string }> = z.strictObject({
  userId: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^\P{Cc}*$/u)),
})
