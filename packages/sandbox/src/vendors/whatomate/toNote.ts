import { keyUserName } from './keyUser.ts'
import type { Note } from './tables.ts'
import { toTime } from './toContact.ts'

/** A note as this server answers and tells it. */
export function toNote({ noteId, contactId, content, createdBy, createdAt, updatedAt }: Note) {
  return {
    id: noteId,
    contact_id: contactId,
    content,
    created_by_id: createdBy,
    created_by_name: keyUserName,
    created_at: toTime(createdAt),
    updated_at: toTime(updatedAt),
  }
}
