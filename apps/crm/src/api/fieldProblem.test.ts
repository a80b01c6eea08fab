import { expect, it } from 'vitest'
import { newContactSchema } from './contact.ts'
import { newDealSchema } from './deal.ts'
import { toFieldProblem } from './fieldProblem.ts'
import { newNoteSchema } from './note.ts'

const contact = { name: 'Maria' }
const deal = { title: 'Lamps', contactId: 'maria' }

it.each([
  [newContactSchema, { ...contact, name: ' ' }, 'name', 'missing'],
  [newContactSchema, { ...contact, name: 'n'.repeat(151) }, 'name', 'too_long'],
  [newContactSchema, { ...contact, name: 'Maria\nLindqvist' }, 'name', 'control_characters'],
  [newContactSchema, { ...contact, email: 'maria at example' }, 'email', 'email'],
  [newContactSchema, { ...contact, chats: Array(11).fill({ chatType: 'vk', chatId: '1' }) }, 'chats', 'too_many'],
  [newDealSchema, { ...deal, contactId: '' }, 'contactId', 'missing'],
  [newDealSchema, { ...deal, amountCents: -1 }, 'amountCents', 'amount'],
  [newDealSchema, { ...deal, amountCents: 1e12 }, 'amountCents', 'too_large'],
  [newDealSchema, { ...deal, stage: 'maybe' }, 'stage', 'invalid'],
  [newNoteSchema, { text: '', contactId: 'maria' }, 'text', 'missing'],
] as const)('names why a field is refused: %#', (schema, body, field, problem) => {
  const issues = schema.safeParse(body).error?.issues ?? []
  expect(issues.map((issue) => [issue.path.join('.'), toFieldProblem(issue)])).toEqual([[field, problem]])
})
