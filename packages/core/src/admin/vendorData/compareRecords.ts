import type { VendorDataPage, VendorRecord } from '@crm-chat/protocol'
import { type RecordField, recordFields } from '@crm-chat/protocol/wire/recordKinds'
import { digestField } from './digest.ts'
import type { ReadRecords, RecordPage } from './recordSource.ts'

/** A record that only one side has, or that differs. */
export interface Difference {
  id: string
  /** The CRM's, or the vendor's where the CRM has none. */
  name: string
  /** Fields that differ; empty where one side has no such record. */
  fields: RecordField[]
}

/** Outcome of a comparison. */
export interface Comparison {
  /** Records of the CRM that the vendor does not have. */
  missingThere: Difference[]
  /** Records of the vendor that the CRM does not have. */
  missingHere: Difference[]
  /** Records that both have. */
  different: Difference[]
  same: number
  /** Records read of each side. */
  counts: ComparisonCounts
}

/** Records read so far. */
export interface ComparisonCounts {
  there: number
  here: number
}

/** Parameters of {@link compareRecords}. */
export interface CompareParameters {
  readVendor: (offset: number) => Promise<VendorDataPage>
  readOwn: ReadRecords
  signal: AbortSignal
  onProgress: (counts: ComparisonCounts) => void
  /** Most records of one side. @default 100_000 */
  maxRecords?: number
}

/** A side has more records than may be compared in a browser. */
class TooManyRecordsError extends Error {
  override readonly name = 'TooManyRecordsError'
}

/** A record of the vendor, as much as the comparison needs of it. */
interface Known {
  name: string
  digests: number[]
}

type Count = (side: keyof ComparisonCounts, records: readonly unknown[]) => void

/**
 * Compares the CRM's records with the vendor's, in any order of both. In memory are a page of each, and of each of the vendor's
 * records its id, its name and a number for each field.
 * @throws {TooManyRecordsError}, and whatever the two sources throw
 */
export async function compareRecords({
  readVendor,
  readOwn,
  signal,
  onProgress,
  maxRecords = 100_000,
}: CompareParameters): Promise<Comparison> {
  const counts = { there: 0, here: 0 }
  const count: Count = (side, records) => {
    signal.throwIfAborted()
    counts[side] += records.length
    if (counts[side] > maxRecords) throw new TooManyRecordsError(`There are more than ${maxRecords} records.`)
    onProgress({ ...counts })
  }
  const { known, fields } = await readThere({ readVendor, count })
  const missingThere: Difference[] = []
  const different: Difference[] = []
  let same = 0
  for await (const record of readHere({ readOwn, signal, count })) {
    const { id, name } = record
    const other = known.get(id)
    known.delete(id)
    const changed = fields.filter((field, at) => other && digestField(record, field) !== other.digests[at])
    if (!other) missingThere.push({ id, name, fields: [] })
    else if (changed.length > 0) different.push({ id, name, fields: changed })
    else same += 1
  }
  const missingHere = Array.from(known, ([id, { name }]) => ({ id, name, fields: [] }))
  return { missingThere, missingHere, different, same, counts }
}

/** Reads all of the vendor's records. A server without offsets repeats its first page: that is the end. */
async function readThere({ readVendor, count }: Pick<CompareParameters, 'readVendor'> & { count: Count }): Promise<{
  known: Map<string, Known>
  fields: RecordField[]
}> {
  const known = new Map<string, Known>()
  let fields: RecordField[] = []
  for (let offset: number | null = 0; offset !== null; ) {
    const page: VendorDataPage = await readVendor(offset)
    // Records that come meanwhile shift the pages a little.
    if (offset > 0 && page.records.every(({ id }) => known.has(id))) break
    fields = recordFields.filter((field) => page.fields.includes(field))
    for (const record of page.records)
      known.set(record.id, { name: record.name, digests: fields.map((field) => digestField(record, field)) })
    count('there', page.records)
    offset = page.next
  }
  return { known, fields }
}

async function* readHere({
  readOwn,
  signal,
  count,
}: Pick<CompareParameters, 'readOwn' | 'signal'> & { count: Count }): AsyncGenerator<VendorRecord> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: RecordPage = await readOwn({ cursor, signal })
    count('here', page.records)
    yield* page.records
    cursor = page.next
  }
}
