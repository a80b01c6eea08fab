import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { files, type StoredFile } from '../schema.ts'
import type { Store } from '../store.ts'

/** A file to upload; its bytes are base64, because it is sent in JSON. */
export const uploadSchema = z.object({
  name: z.string().trim().min(1).max(200),
  type: z.string().regex(/^[\w.+-]+\/[\w.+-]+(;.*)?$/, 'must be a media type, e.g. image/png'),
  data: z.base64().min(1),
})
/** A file to upload. */
export type Upload = z.infer<typeof uploadSchema>

/** Stores a file. @returns its path on the sandbox, e.g. `/files/9d0c…/photo.png`. */
export async function addFile({ database, clock, ids }: Store, { name, type, data }: Upload): Promise<string> {
  const fileId = ids.next('file')
  const bytes = Buffer.from(data, 'base64')
  await database.insert(files).values({ fileId, name, type, bytes, createdAt: clock.now() })
  return `/files/${fileId}/${encodeURIComponent(name)}`
}

/** A file by its id. */
export async function getFile({ database }: Store, fileId: string): Promise<StoredFile | undefined> {
  const [file] = await database.select().from(files).where(eq(files.fileId, fileId))
  return file
}

/** True if a file with this id exists. It does not read the file's bytes. */
export async function hasFile({ database }: Store, fileId: string): Promise<boolean> {
  const found = await database.select({ fileId: files.fileId }).from(files).where(eq(files.fileId, fileId))
  return found.length > 0
}
