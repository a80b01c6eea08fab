import { type ImportRow, importFields } from '../../../api/contactImport.ts'
import type { Words } from '../../words/en.ts'

/** The rows that an import left out, as a file that can be mended and imported again: with the reasons in its last column. */
export function toRejectedRows(rows: readonly ImportRow[], { import: words }: Words): string[][] {
  const fields = importFields.filter((field) => rows.some(({ values }) => values[field]))
  return [
    [...fields.map((field) => words.fields[field]), words.problems],
    ...rows.map((row) => [...fields.map((field) => row.values[field] ?? ''), describeProblems(row, words)]),
  ]
}

/** The reasons why a row cannot be added, in words. */
export function describeProblems({ problems }: ImportRow, words: Words['import']): string {
  return problems.map(({ field, code }) => words.problem({ field: words.fields[field], code })).join(' ')
}
