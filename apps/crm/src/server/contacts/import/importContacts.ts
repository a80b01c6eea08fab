import { randomUUID } from 'node:crypto'
import { and, inArray, isNull } from 'drizzle-orm'
import { type ImportRequest, type ImportResponse, type ImportRow, maxImportRows } from '../../../api/contactImport.ts'
import type { FieldProblem } from '../../../api/fieldProblem.ts'
import type { Actor } from '../../../api/role.ts'
import { addCompany, companyIdOf } from '../../companies/ensureCompany.ts'
import { ApiError } from '../../errors.ts'
import { requireWrite } from '../../items/rights.ts'
import { saveChange } from '../../items/saveChange.ts'
import { toSearchText } from '../../search/toSearchText.ts'
import type { SessionStore } from '../../sessions/sessions.ts'
import { companies, type Database } from '../../store/schema.ts'
import { type AddedContact, addContacts } from '../contactStatements.ts'
import { parseCsv } from '../csv/parseCsv.ts'
import { type CheckedRow, checkRow } from './checkRow.ts'
import { findColumns } from './findColumns.ts'
import { findTaken } from './findTaken.ts'

/** Reads a file of contacts for a user, or a part of it; a commit adds the rows without problems, all or none. @throws {ApiError} */
export async function importContacts(
  store: SessionStore,
  { user, request }: { user: Actor; request: ImportRequest },
): Promise<{ response: ImportResponse; ids: string[] }> {
  requireWrite(user)
  const { columns, rows } = readFile(request)
  const checked = await findTaken(
    store.database,
    rows.map((row) =>
      checkRow(
        row,
        columns.map(({ field }) => field),
      ),
    ),
  )
  const valid = checked.filter(({ problems }) => problems.length === 0)
  const newCompanies = await findNewCompanies(store.database, valid)
  const isCommit = request.mode === 'commit'
  const ids = isCommit ? await addAll(store, { user, rows: valid, newCompanies }) : []
  const shown = isCommit ? checked.filter(({ problems }) => problems.length > 0) : checked
  const response = { columns, rows: shown.map(toImportRow), validCount: valid.length, createdCount: ids.length }
  return { response: { ...response, newCompanies }, ids }
}

function readFile({ mode, csv, columns: given, part }: ImportRequest) {
  const [header, ...all] = parseCsv(csv)
  if (!header) throw fileError('empty_file', 'The file is empty.')
  if (all.length > maxImportRows) throw fileError('many_rows', `The file has more than ${maxImportRows} contacts.`)
  const fields = given ?? findColumns(header.cells)
  const canBeAdded = mode === 'preview' || fields.includes('name') // A preview is where the user says which one it is.
  if (!canBeAdded) throw fileError('no_names', 'No column has the name of the contacts.')
  const rows = part ? all.slice(part.start, part.start + part.count) : all
  return { columns: header.cells.map((name, index) => ({ header: name, field: fields[index] ?? null })), rows }
}

/** Returns the names of companies that are not there yet, each once, in the file's order. */
async function findNewCompanies(database: Database, rows: CheckedRow[]): Promise<string[]> {
  const named = new Map<string, string>()
  for (const { values } of rows) {
    if (values.company && !named.has(toSearchText(values.company)))
      named.set(toSearchText(values.company), values.company)
  }
  const isNamed = and(inArray(companies.sortName, [...named.keys()]), isNull(companies.deletedAt))
  for (const { sortName } of await database.select({ sortName: companies.sortName }).from(companies).where(isNamed))
    named.delete(sortName)
  return [...named.values()]
}

async function addAll(
  { database, now }: SessionStore,
  { user, rows, newCompanies }: { user: Actor; rows: CheckedRow[]; newCompanies: string[] },
): Promise<string[]> {
  const at = now()
  const added = rows.map(
    ({ values, phone, chats }): AddedContact => ({
      id: randomUUID(),
      userId: user.id,
      responsibleUserId: user.id,
      action: 'imported',
      at,
      name: values.name ?? '',
      position: values.position ?? '',
      companyId: values.company ? companyIdOf(values.company) : null,
      email: values.email ?? '',
      phone,
      chats,
    }),
  )
  const companyStatements = newCompanies.flatMap((name) => addCompany(database, { name, userId: user.id, at }))
  await saveChange(database, { statements: [...companyStatements, ...addContacts(database, added)] })
  return added.map(({ id }) => id)
}

function toImportRow({ line, values, problems }: CheckedRow): ImportRow {
  return { line, values, problems }
}

function fileError(problem: FieldProblem, message: string): ApiError {
  return new ApiError({ code: 'invalid_request', message, fields: { csv: problem } })
}
