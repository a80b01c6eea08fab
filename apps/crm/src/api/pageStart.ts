import * as z from 'zod/mini'
import { type SettingsResponse, settingsResponseSchema } from './settings.ts'
import { meResponseSchema, type User } from './user.ts'

/** Data that the server writes into a page, which would begin with requests for them otherwise. */
export interface PageStart {
  me: { user: User | null }
  /** Null without a user. */
  settings: SettingsResponse | null
  /** Responses to the requests with which the page would begin, by their path below `/api`. The page checks each of them. */
  responses: Record<string, unknown>
  /** Time at which all of this was read: Unix time in milliseconds. */
  readAt: number
}

/** Schema of {@link PageStart}. */
export const pageStartSchema: z.ZodMiniType<PageStart> = z.object({
  me: meResponseSchema,
  settings: z.nullable(settingsResponseSchema),
  responses: z.record(z.string(), z.unknown()),
  readAt: z.number(),
})
