import type { activity, chats, companies, contacts, deals, notes, tasks } from '../store/schema.ts'

/** Rows of a demo, by table. */
export interface SeedRows {
  companies: (typeof companies.$inferInsert)[]
  contacts: (typeof contacts.$inferInsert)[]
  chats: (typeof chats.$inferInsert)[]
  deals: (typeof deals.$inferInsert)[]
  tasks: (typeof tasks.$inferInsert)[]
  notes: (typeof notes.$inferInsert)[]
  activity: (typeof activity.$inferInsert)[]
}

/** Milliseconds of a day. */
export const dayMs = 86_400_000
