import * as z from 'zod/mini'

/** Somebody who works with the CRM. */
export interface User {
  id: string
  name: string
  /** What they do, e.g. `Account executive`. */
  title: string
}

const userSchema: z.ZodMiniType<User> = z.object({ id: z.string(), name: z.string(), title: z.string() })

/** Answer of `GET /api/users`: everybody who may log in to the demo. */
export const usersAnswerSchema: z.ZodMiniType<{ users: User[] }> = z.object({ users: z.array(userSchema) })

/** Answer of `GET /api/me`, `POST /api/login` and `POST /api/logout`: whose session it is now, or nobody's. */
export const meAnswerSchema: z.ZodMiniType<{ user: User | null }> = z.object({ user: z.nullable(userSchema) })

/** Body of `POST /api/login`. */
export const loginRequestSchema: z.ZodMiniType<{ userId: string }> = z.strictObject({
  userId: z.string().check(z.minLength(1), z.maxLength(64)),
})
