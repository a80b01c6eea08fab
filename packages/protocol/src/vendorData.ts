import * as z from 'zod/mini'
import type { Open } from './open.ts'
import type { ErrorCode } from './wire/errorCodes.ts'
import { maxRecords, type RecordField } from './wire/recordKinds.ts'

/** A user, contact or deal of the CRM as the vendor has it. `users` have no fields from `responsibleUserId` on. */
export interface VendorRecord {
  /** The CRM's own id. */
  id: string
  name: string
  /** Of a user, for the vendor's mobile app: digits. */
  phone?: string | undefined
  responsibleUserId?: string | undefined
  /** Of a contact. */
  chats?: { chatType: string; chatId: string }[] | undefined
  /** Of a deal: the CRM's own ids of its contacts. */
  contactIds?: string[] | undefined
  /** Of a deal. */
  closed?: boolean | undefined
  /** The page of a deal in the CRM. */
  url?: string | undefined
}

/** Response of `GET /vendor-data/:kind`: a page of what the vendor has. */
export interface VendorDataPage {
  records: VendorRecord[]
  /** The `offset` of the next page; null for the last one. */
  next: number | null
  /** Fields by which the vendor sorts: the `orderBy` of a request. Empty where it has one order only. */
  orders: string[]
  /** Fields that the vendor keeps of records of this kind: others are lost when they are saved. */
  fields: Open<RecordField>[]
}

/** Body of `POST /vendor-data/:kind`. What the vendor does not take of it is rejected record by record. */
export interface VendorDataSave {
  records: { [Name in keyof VendorRecord]?: unknown }[]
}

/** Body of `POST /vendor-data/:kind/delete`. */
export interface VendorDataDelete {
  ids: string[]
}

/** A record that the vendor does not take. */
export interface RejectedRecord {
  /** Place in the request, from 0. */
  index: number
  /** Absent where it has none. */
  id?: string | undefined
  code: Open<ErrorCode>
  /** Sentence that names the field where it is known, without values. */
  reason: string
}

/** Response of both: the records that were saved, or deleted, and those that were not. */
export interface VendorDataResult {
  done: number
  /** Ids that the vendor did not have, where it tells. */
  missing: number
  rejected: RejectedRecord[]
}

const optionalText = z.optional(z.string())

/** Schema of {@link VendorDataPage}. Fields of a newer proxy do no harm. */
export const vendorDataPageSchema: z.ZodMiniType<VendorDataPage> = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      phone: optionalText,
      responsibleUserId: optionalText,
      chats: z.optional(z.array(z.object({ chatType: z.string(), chatId: z.string() }))),
      contactIds: z.optional(z.array(z.string())),
      closed: z.optional(z.boolean()),
      url: optionalText,
    }),
  ),
  next: z.nullable(z.int().check(z.minimum(0))),
  orders: z.array(z.string()),
  fields: z.array(z.string()),
})

/** Schema of {@link VendorDataSave}: unknown fields of the body are refused; those of a record are left out. */
export const vendorDataSaveSchema: z.ZodMiniType<VendorDataSave> = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(maxRecords)),
})

/** Schema of {@link VendorDataDelete}. */
export const vendorDataDeleteSchema: z.ZodMiniType<VendorDataDelete> = z.strictObject({
  ids: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(maxRecords)),
})

/** Schema of {@link VendorDataResult}. */
export const vendorDataResultSchema: z.ZodMiniType<VendorDataResult> = z.object({
  done: z.int().check(z.minimum(0)),
  missing: z.int().check(z.minimum(0)),
  rejected: z.array(
    z.object({ index: z.int().check(z.minimum(0)), id: optionalText, code: z.string(), reason: z.string() }),
  ),
})
