import {
  type RecordKind,
  recordKinds,
  type VendorDataDelete,
  type VendorDataPage,
  type VendorDataResult,
  type VendorDataSave,
  vendorDataDeleteSchema,
  vendorDataPageSchema,
  vendorDataResultSchema,
  vendorDataSaveSchema,
} from '@crm-chat/protocol'
import type * as z from 'zod'
import type { BackendEntity, ListedContact, ListedDeal, StaffUser } from '../backend.ts'
import type { OperationCall, ProxyContext } from '../context.ts'
import { idOf, toId } from '../entities/ids.ts'
import { contactSchema, dealSchema, idSchema, staffUserSchema } from '../entities/schemas.ts'
import { sendItems } from '../entities/sendItems.ts'
import { OperationError } from '../errors.ts'
import { readQuery } from '../http/readQuery.ts'
import { defineOperation } from './operation.ts'

const shared = {
  access: 'admin',
  feature: 'vendorData',
  capability: 'vendorData',
  isOffered: ({ backend }: ProxyContext) => backend.entities !== undefined,
} as const

/** `GET /vendor-data/:kind?offset=&orderBy=&descending=1`: a page of what the vendor has of the CRM. */
export const vendorData = defineOperation<undefined, VendorDataPage>({
  ...shared,
  repetition: 'safe',
  output: vendorDataPageSchema,
  run: async (call) => {
    const { request } = call
    const { list } = findEntity(call)
    const { orders = [], fields, pageSize, read } = needCall(list)
    const { target } = request
    const offset = toOffset(readQuery({ target, name: 'offset' }) ?? '0')
    const by = readQuery({ target, name: 'orderBy' })
    if (by !== undefined && !orders.includes(by)) throw invalid('The vendor does not sort by this field.')
    const order =
      by === undefined ? {} : { order: { by, descending: readQuery({ target, name: 'descending' }) === '1' } }
    const records = await read({ offset, signal: request.signal(), ...order })
    const next = records.length < pageSize ? null : offset + records.length
    return { records, next, orders: [...orders], fields: [...fields] }
  },
})

/** `POST /vendor-data/:kind`: adds records, or replaces those with the same ids. */
export const saveVendorData = defineOperation<VendorDataSave, VendorDataResult>({
  ...shared,
  repetition: 'same',
  input: vendorDataSaveSchema,
  output: vendorDataResultSchema,
  run: async (call) => {
    const { batchSize, run } = needCall(findEntity(call).save)
    const { clock } = call.context
    const schema = schemas[kindOf(call)]
    const { sent, rejected } = await sendItems<Record>({
      items: call.body.records as Iterable<Record>, // Each is read by the schema.
      schema,
      idOf,
      batchSize,
      send: run,
      options: once,
      clock,
    })
    return { done: sent, missing: 0, rejected }
  },
})

/** `POST /vendor-data/:kind/delete`: a request of its own, since a body of `DELETE` does not pass every server. */
export const deleteVendorData = defineOperation<VendorDataDelete, VendorDataResult>({
  ...shared,
  repetition: 'same',
  input: vendorDataDeleteSchema,
  output: vendorDataResultSchema,
  run: async (call) => {
    const { batchSize, run } = needCall(findEntity(call).delete)
    let missing = 0
    const { sent, rejected } = await sendItems<string>({
      items: call.body.ids,
      schema: idSchema,
      idOf: toId,
      batchSize,
      send: async (ids, options) => {
        missing += (await run(ids, options)).length
      },
      options: once,
      clock: call.context.clock,
    })
    return { done: sent - missing, missing, rejected }
  },
})

/** The page tries again itself: it shows meanwhile that it waits. */
const once = { retryForMs: 0 }

/** A record of any kind, as the vendor takes it. */
type Record = { id: string }

const schemas: { readonly [Kind in RecordKind]: z.ZodType<Record> } = {
  users: staffUserSchema,
  contacts: contactSchema,
  deals: dealSchema,
}

function kindOf({ params }: OperationCall): RecordKind {
  const kind = recordKinds.find((name) => name === params.kind)
  if (kind) return kind
  throw new OperationError({ code: 'not_found', message: 'There is no such kind of records.' })
}

/** The calls of a kind. Whoever takes records of one kind is given those of its schema. */
function findEntity(call: OperationCall): BackendEntity<Record, StaffUser | ListedContact | ListedDeal> {
  const entity = call.context.backend.entities?.[kindOf(call)]
  return needCall(entity) as BackendEntity<Record, StaffUser | ListedContact | ListedDeal>
}

function needCall<Found>(found: Found | undefined): Found {
  if (found) return found
  throw new OperationError({
    code: 'not_supported',
    message: 'The vendor does not offer this for records of this kind.',
  })
}

function toOffset(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw invalid('The query "offset" is no number of records.')
}

function invalid(message: string): OperationError {
  return new OperationError({ code: 'invalid_request', message })
}
