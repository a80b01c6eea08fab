import * as z from 'zod/mini'
import { type SettingsResponse, settingsResponseSchema } from './settings.ts'
import { meResponseSchema, type User } from './user.ts'

/** Data that the server writes into a page, which would begin with requests for them otherwise. */
export interface PageStart {
  me: { user: User | null }
  /** Null without a user. */
  settings: SettingsResponse | null
}

/** Schema of {@link PageStart}. */
export const pageStartSchema: z.ZodMiniType<PageStart> = z.object({
  me: meResponseSchema,
  settings: z.nullable(settingsResponseSchema),
})
