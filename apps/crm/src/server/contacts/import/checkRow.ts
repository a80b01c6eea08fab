import { parsePhone } from '@crm-chat/proxy'
import type { ContactChat } from '../../../api/chat.ts'
import { newContactSchema } from '../../../api/contact.ts'
import type { ImportField, ImportProblem, ImportRow } from '../../../api/contactImport.ts'
import type { CsvRow } from '../csv/parseCsv.ts'
import { parseAccount } from '../parseAccount.ts'

/** A row of the file, with the contact that it makes. */
export interface CheckedRow extends ImportRow {
  /** Digits, or empty. */
  phone: string
  chats: ContactChat[]
}

/** Reads the rows of the file, and finds the problems that a row has by itself. */
export function checkRow({ line, cells }: CsvRow, columns: (ImportField | null)[]): CheckedRow {
  const values: ImportRow['values'] = {}
  for (const [index, field] of columns.entries()) {
    const cell = cells[index]
    if (field && cell) values[field] = cell
  }
  const phone = readPhone(values.phone)
  const accounts = readAccounts(values)
  const chats: ContactChat[] = [
    ...(phone.digits ? [{ chatType: 'whatsapp', chatId: phone.digits } as const] : []),
    ...accounts.chats,
  ]
  const problems = [...checkTexts(values), ...phone.problems, ...accounts.problems]
  return { line, values, problems, phone: phone.digits, chats }
}

function checkTexts({ name = '', position, company, email }: ImportRow['values']): ImportProblem[] {
  const result = newContactSchema.safeParse({ name, position, company, email })
  if (result.success) return []
  return result.error.issues.map(({ path: [field], code }) => ({
    field: field as ImportField, // The schema has been given no other fields.
    code: code === 'too_big' ? 'too_long' : code === 'too_small' ? 'missing' : 'invalid',
  }))
}

function readPhone(text: string | undefined): { digits: string; problems: ImportProblem[] } {
  const parsed = text === undefined ? { digits: '' } : parsePhone(text)
  if (!('problem' in parsed)) return { digits: parsed.digits, problems: [] }
  return { digits: '', problems: [{ field: 'phone', code: 'invalid' }] }
}

function readAccounts(values: ImportRow['values']): { chats: ContactChat[]; problems: ImportProblem[] } {
  const chats: ContactChat[] = []
  const problems: ImportProblem[] = []
  for (const chatType of ['telegram', 'instagram', 'vk'] as const) {
    const typed = values[chatType]
    if (typed === undefined) continue
    const parsed = parseAccount({ chatType, chatId: typed })
    if ('problem' in parsed) problems.push({ field: chatType, code: 'invalid' })
    else chats.push({ chatType, chatId: parsed.chatId })
  }
  return { chats, problems }
}
