import * as z from 'zod/mini'

/** What the vendor's frame posts when its user opens or creates a deal. Fields are optional: no document lists them. */
export interface FrameMessage {
  /** `WZ_OPEN_ENTITY`, `WZ_CREATE_ENTITY`, or a `WZ_…` this version does not know. */
  type: string
  data?: unknown
}

/** Schema of {@link FrameMessage}. Anything else that a frame posts is not for us. */
export const frameMessageSchema: z.ZodMiniType<FrameMessage> = z.object({
  type: z.string().check(z.regex(/^WZ_[A-Z_]{1,60}$/)),
  data: z.optional(z.unknown()),
})
