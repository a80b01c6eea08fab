import { type ReadRecords, type RecordSource, VendorData } from '@crm-chat/react/admin'
import type { ReactNode } from 'react'
import { recordsResponseSchema } from '../../api/record.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** Data of the CRM at the vendor. */
export function DataPage(): ReactNode {
  return <VendorData records={records} />
}

const records: RecordSource = { users: reader('users'), contacts: reader('contacts'), deals: reader('deals') }

function reader(kind: string): ReadRecords {
  return ({ cursor = '', signal }) =>
    sendRequest({
      path: `/records/${kind}?after=${encodeURIComponent(cursor)}`,
      schema: recordsResponseSchema,
      signal,
    })
}
