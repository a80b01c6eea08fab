import * as z from 'zod/mini'

/** Largest file of `POST /files`, in bytes. */
export const maxFileBytes = 16 * 1024 * 1024

/** Response of `POST /files`. */
export interface StoredFile {
  /** Short-lived link for `fileUrl` of a message. Anyone who has it may read the file: never log or show it. */
  url: string
  name: string
  /** By the file's own bytes, whatever its name says. */
  mimeType: string
  /** In bytes. */
  size: number
  /** ISO 8601, or null where it does not end. */
  expiresAt: string | null
}

/** Schema of {@link StoredFile}. */
export const storedFileSchema: z.ZodMiniType<StoredFile> = z.object({
  url: z.url({ protocol: /^https?$/ }),
  name: z.string(),
  mimeType: z.string(),
  size: z.int().check(z.minimum(0)),
  expiresAt: z.nullable(z.iso.datetime()),
})
