import type { RawData } from 'ws'
import * as z from 'zod'

const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('auth'), payload: z.object({ token: z.string() }) }),
  z.object({ type: z.literal('set_contact'), payload: z.object({ contact_id: z.string() }) }),
  z.object({ type: z.literal('ping') }),
])

/** A frame from a client of the live socket. */
export type ClientFrame = z.output<typeof frameSchema>

/** Parses a frame. @returns nothing for a frame of another protocol */
export function parseClientFrame(data: RawData): ClientFrame | undefined {
  try {
    return frameSchema.safeParse(JSON.parse(data.toString())).data
  } catch {
    return undefined // Not JSON.
  }
}
