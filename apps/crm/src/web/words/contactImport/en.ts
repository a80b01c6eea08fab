import { createPlural } from '../plural.ts'
import type { ImportProblemText } from '../sentences.ts'

const plural = createPlural('en-GB')

/** The words of the import of contacts, in English. */
export const contactImport = {
  title: 'Import contacts',
  about: 'From a CSV file whose first line has the names of the columns.',
  drop: 'Drop a file here, or choose one',
  limits: 'CSV, up to 5,000 rows and 2 MB',
  reading: 'Reading the file…',
  columns: 'Columns of the file',
  fieldOf: (header: string) => `Field for “${header}”`,
  leaveOut: 'Leave out',
  fields: {
    name: 'Name',
    position: 'Position',
    company: 'Company',
    email: 'E-mail',
    phone: 'Phone',
    telegram: 'Telegram',
    instagram: 'Instagram',
    vk: 'VK',
  },
  rows: 'Rows of the file',
  line: 'Line',
  problems: 'Problems',
  valid: plural({ one: '# row can be added', other: '# rows can be added' }),
  invalid: plural({ one: '# row has a problem and is left out', other: '# rows have problems and are left out' }),
  newCompanies: plural({ one: '# new company', other: '# new companies' }),
  moreRows: plural({ one: 'And # more row', other: 'And # more rows' }),
  add: plural({ one: 'Add # contact', other: 'Add # contacts' }),
  adding: ({ done, total }: { done: string; total: string }) => `${done} of ${total} rows`,
  added: plural({ one: 'Added # contact', other: 'Added # contacts' }),
  leftOut: plural({ one: '# row was left out', other: '# rows were left out' }),
  leftOutFile: 'Rows that were left out',
  download: 'Download these rows',
  otherFile: 'Another file',
  done: 'Done',
  problem: ({ field, code }: ImportProblemText) =>
    ({
      missing: `${field} is missing.`,
      invalid: `${field} is invalid.`,
      too_long: `${field} is too long.`,
      taken: `${field}: another contact has it.`,
      repeated: `${field}: an earlier row has it.`,
    })[code],
}

/** The words of the import of contacts. */
export type ContactImportWords = typeof contactImport
