import * as z from 'zod/mini'

/** Message of the vendor's frame when its user opens or creates a deal. `data` is optional: no document describes it. */
export interface FrameMessage {
  /** `WZ_OPEN_ENTITY`, `WZ_CREATE_ENTITY`, or a `WZ_…` this version does not know. */
  type: string
  data?: unknown
}

/** Schema of {@link FrameMessage}. Other messages of a frame are not for us. */
export const frameMessageSchema: z.ZodMiniType<FrameMessage> = z.object({
  type: z.string().check(z.regex(/^WZ_[A-Z_]{1,60}$/)),
  data: z.optional(z.unknown()),
})
