import * as z from 'zod/mini'
import { type Item, itemFields, versionSchema } from './item.ts'
import { listQueryFields, type Page, pageSchema } from './page.ts'
import { idSchema, requiredText } from './text.ts'

/** A note on a contact or a deal. Whoever sees that sees its notes; its author, managers and administrators edit it. */
export interface Note extends Item {
  /** May have several lines. */
  text: string
  authorId: string
  contactId: string | null
  dealId: string | null
}

const noteSchema: z.ZodMiniType<Note> = z.object({
  ...itemFields,
  text: z.string(),
  authorId: z.string(),
  contactId: z.nullable(z.string()),
  dealId: z.nullable(z.string()),
})

/** Query of `GET /api/notes`: the latest first. One of the two ids is required. */
export interface NotesQuery {
  /** Notes on the contact, and those on its deals. */
  contactId?: string | undefined
  dealId?: string | undefined
  /** The `next` of the page before. */
  after?: string | undefined
  /** @default 50 */
  limit?: number | undefined
}

/** Schema of {@link NotesQuery}. */
export const notesQuerySchema: z.ZodMiniType<NotesQuery> = z.object({
  contactId: z.optional(idSchema),
  dealId: z.optional(idSchema),
  after: listQueryFields.after,
  limit: listQueryFields.limit,
})

/** Response of `GET /api/notes`. */
export const notesResponseSchema: z.ZodMiniType<Page<Note>> = pageSchema(noteSchema)

/** Response of `PATCH` and `DELETE /api/notes/:id`, its `/restore`, and `POST /api/notes`. */
export const noteResponseSchema: z.ZodMiniType<{ note: Note }> = z.object({ note: noteSchema })

/** Body of `POST /api/notes`. */
export type NewNote = { text: string } & ({ contactId: string } | { dealId: string })

const text = requiredText(10_000)

/** Schema of {@link NewNote}. */
export const newNoteSchema: z.ZodMiniType<NewNote> = z.union([
  z.strictObject({ text, contactId: idSchema }),
  z.strictObject({ text, dealId: idSchema }),
])

/** Body of `PATCH /api/notes/:id`. */
export interface NoteChange {
  version: number
  text: string
}

/** Schema of {@link NoteChange}. */
export const noteChangeSchema: z.ZodMiniType<NoteChange> = z.strictObject({ version: versionSchema, text })
