import * as z from 'zod/mini'
import type { FieldProblem } from './fieldProblem.ts'

/** Most contacts of one file. */
export const maxImportRows = 5_000

/** Fields that a column of the file can fill. */
export const importFields = ['name', 'position', 'company', 'email', 'phone', 'telegram', 'instagram', 'vk'] as const

/** A field that a column of the file can fill. */
export type ImportField = (typeof importFields)[number]

/** Body of `POST /api/contacts/import`. A preview changes nothing. A commit adds the rows without problems. */
export interface ImportRequest {
  mode: 'preview' | 'commit'
  /** The file: columns are separated by commas, semicolons or tabs; the first line has their names. */
  csv: string
  /** Field of each column, in the file's order; null leaves a column out. @default found by the columns' names */
  columns?: (ImportField | null)[] | undefined
  /** Only these rows of the file, counted from 0, so that a long file is imported in parts. @default all rows */
  part?: { start: number; count: number } | undefined
}

/** Schema of {@link ImportRequest}. */
export const importRequestSchema: z.ZodMiniType<ImportRequest> = z.strictObject({
  mode: z.enum(['preview', 'commit']),
  csv: z
    .string()
    .check(
      z.minLength(1, 'empty_file' satisfies FieldProblem),
      z.maxLength(2_000_000, 'large_file' satisfies FieldProblem),
    ),
  columns: z.optional(z.array(z.nullable(z.enum(importFields))).check(z.maxLength(100))),
  part: z.optional(
    z.strictObject({
      start: z.number().check(z.int(), z.minimum(0)),
      count: z.number().check(z.int(), z.minimum(1)),
    }),
  ),
})

/** Reasons why a row cannot be added. */
export const importProblemCodes = ['missing', 'invalid', 'too_long', 'taken', 'repeated'] as const

/** The reason why a row cannot be added. */
export interface ImportProblem {
  field: ImportField
  /** `taken`: another contact has this number or account. `repeated`: an earlier row of the file has it. */
  code: (typeof importProblemCodes)[number]
}

/** A row of the file. */
export interface ImportRow {
  /** Line of the file, from 1; the names of the columns are usually line 1. */
  line: number
  /** Texts of the file, by field. */
  values: Partial<Record<ImportField, string>>
  /** Empty for a row that can be added. */
  problems: ImportProblem[]
}

/** Response of `POST /api/contacts/import`. */
export interface ImportResponse {
  /** Columns of the file in their order, each with the field that it fills. */
  columns: { header: string; field: ImportField | null }[]
  /** All rows of a preview; after a commit, only those that were left out. */
  rows: ImportRow[]
  /** Rows without problems. */
  validCount: number
  /** Contacts that were added: 0 for a preview. */
  createdCount: number
  /** Names of companies that are not in the CRM yet. */
  newCompanies: string[]
}

/** Schema of {@link ImportResponse}. */
export const importResponseSchema: z.ZodMiniType<ImportResponse> = z.object({
  columns: z.array(z.object({ header: z.string(), field: z.nullable(z.enum(importFields)) })),
  rows: z.array(
    z.object({
      line: z.number(),
      values: z.partialRecord(z.enum(importFields), z.string()),
      problems: z.array(z.object({ field: z.enum(importFields), code: z.enum(importProblemCodes) })),
    }),
  ),
  validCount: z.number(),
  createdCount: z.number(),
  newCompanies: z.array(z.string()),
})
