import * as z from 'zod/mini'
import type { Open } from './open.ts'

/** Body of `POST /exports`: a period of at least one moment, ISO 8601, and perhaps one channel. */
export interface ExportRequest {
  from: string
  to: string
  channelId?: string | undefined
}

/** State of an export. */
export type ExportState = 'pending' | 'running' | 'done' | 'failed'

/** An export of messages: response of `POST /exports` and `GET /exports/:exportId`, and data of the `export` event. */
export interface Export {
  id: string
  state: Open<ExportState>
  /** The vendor's word where it says more than the state, e.g. `webhook_failed`: the file is there, but its webhook did not arrive. */
  reason?: string | undefined
  /** From 0 to 1, where the vendor says so. */
  progress?: number | undefined
  /** Link to the file once it is done. Anyone who has it may read the messages: never log or store it. */
  url?: string | undefined
  /** Size of the file in bytes, where it is known. */
  size?: number | undefined
  /** Time after which the link opens nothing any more, ISO 8601, where it is known. */
  expiresAt?: string | undefined
}

/** Schema of {@link ExportRequest}: unknown fields are refused. */
export const exportRequestSchema: z.ZodMiniType<ExportRequest> = z
  .strictObject({
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    channelId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  })
  .check(z.refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'the period must end after it begins'))

/** Schema of {@link Export}. Words of a newer proxy do no harm. */
export const exportSchema: z.ZodMiniType<Export> = z.object({
  id: z.string(),
  state: z.string(),
  reason: z.optional(z.string()),
  progress: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  url: z.optional(z.url({ protocol: /^https?$/ })),
  size: z.optional(z.int().check(z.minimum(0))),
  expiresAt: z.optional(z.iso.datetime()),
})
