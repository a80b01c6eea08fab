import type { RejectedRecord, VendorDataPage, VendorDataResult, VendorRecord } from '../vendorData.ts'
import { natural } from './natural.ts'
import { fields, flag, listOf, nullable, optional, text, toGuard } from './read.ts'

const optionalText = optional(text)

/** Reads a page of what the vendor has, as {@link vendorDataPageSchema} does; undefined for anything else. */
export const parseVendorDataPage: (data: unknown) => VendorDataPage | undefined = toGuard(
  fields<VendorDataPage>({
    records: listOf(
      fields<VendorRecord>({
        id: text,
        name: text,
        phone: optionalText,
        responsibleUserId: optionalText,
        chats: optional(listOf(fields<{ chatType: string; chatId: string }>({ chatType: text, chatId: text }))),
        contactIds: optional(listOf(text)),
        closed: optional(flag),
        url: optionalText,
      }),
    ),
    next: nullable(natural),
    orders: listOf(text),
    fields: listOf(text),
  }),
)

/** Reads the result of saving and deleting, as {@link vendorDataResultSchema} does; undefined for anything else. */
export const parseVendorDataResult: (data: unknown) => VendorDataResult | undefined = toGuard(
  fields<VendorDataResult>({
    done: natural,
    missing: natural,
    rejected: listOf(fields<RejectedRecord>({ index: natural, id: optionalText, code: text, reason: text })),
  }),
)
