import { useState } from 'react'
import * as z from 'zod/mini'
import { contactChatSchema } from '../../../api/chat.ts'
import type { NewContact } from '../../../api/contact.ts'

const storageKey = 'northdesk-draft contact'

const draftSchema = z.object({
  name: z.optional(z.string()),
  position: z.optional(z.string()),
  company: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  chats: z.optional(z.array(contactChatSchema)),
})

/** The new contact that is being written: it stays in this tab when the page is reloaded or the session ends. */
export function useContactDraft() {
  const [draft] = useState(readDraft)
  return { draft, keep }
}

function readDraft() {
  try {
    return draftSchema.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return {} // What cannot be read is no draft.
  }
}

/** Keeps what is written so far; null forgets it. */
function keep(contact: NewContact | null): void {
  if (contact) sessionStorage.setItem(storageKey, JSON.stringify(contact))
  else sessionStorage.removeItem(storageKey)
}
