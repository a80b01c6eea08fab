import * as z from 'zod'

/** `attachment` of a message: a direct link to the file, and what is known of it. `size` is in bytes, at most 10 MB. */
export const attachmentSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  name: z.string().min(1).max(255).optional(),
  mimetype: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'a MIME type looks like image/png')
    .optional(),
  size: z
    .int()
    .nonnegative()
    .max(10 * 1024 * 1024, 'a file has 10 MB at most')
    .optional(),
  sha1: z
    .string()
    .regex(/^[0-9a-f]{40}$/i, 'a SHA-1 is 40 hexadecimal digits')
    .optional(),
})
/** A file to send. */
export type Attachment = z.input<typeof attachmentSchema>
