'use client'

import type { RecordSource } from '@crm-chat/core/admin'
import { type RecordKind, recordKinds } from '@crm-chat/protocol/wire/recordKinds'
import { type ReactNode, useState } from 'react'
import { useVendorData } from '../../query/useVendorData.ts'
import { useAdminWords } from '../AdminContext.ts'
import { AdminSection } from '../AdminSection.tsx'
import type { AdminProps } from '../adminProps.ts'
import { Permitted } from '../Permitted.tsx'
import { ComparisonCard } from './ComparisonCard.tsx'
import { type ListPlace, RecordList } from './RecordList.tsx'
import { TaskCard } from './TaskCard.tsx'

/** Props of {@link VendorData}. */
export interface VendorDataProps extends AdminProps {
  /** The CRM's own records. A kind without them is listed, and not compared. */
  records?: RecordSource | undefined
  /** Kinds that are shown. @default all */
  kinds?: readonly RecordKind[] | undefined
}

/**
 * The CRM's users, contacts and deals at the vendor: listed page by page, compared with the CRM, uploaded and deleted. It
 * needs TanStack Query and the stylesheets `@crm-chat/react/styles.css` and `@crm-chat/react/admin.css`.
 * @operations vendorData saveVendorData deleteVendorData
 * @example
 * <VendorData records={{ contacts: async ({ cursor, signal }) => readContacts({ cursor, signal }) }} />
 */
export function VendorData({ records = {}, kinds = recordKinds, ...section }: VendorDataProps): ReactNode {
  return (
    <AdminSection {...section} title={({ dataTitle, dataHint }) => ({ title: dataTitle, hint: dataHint })}>
      <Permitted
        capability="vendorData"
        reasons={({ dataForbidden, dataNotOffered }) => ({ forbidden: dataForbidden, notOffered: dataNotOffered })}
      >
        <Kinds records={records} kinds={kinds} />
      </Permitted>
    </AdminSection>
  )
}

function Kinds({ records, kinds }: Required<Pick<VendorDataProps, 'kinds'>> & { records: RecordSource }): ReactNode {
  const words = useAdminWords()
  const [first = 'contacts'] = kinds ?? []
  const [kind, setKind] = useState<RecordKind>(first)
  const [place, setPlace] = useState<ListPlace>({ offset: 0 })
  const read = records[kind]
  const data = useVendorData({ kind, read, ...place })
  return (
    <>
      <fieldset aria-label={words.dataKind} className="cc-admin-kinds">
        {kinds?.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === kind}
            onClick={() => {
              setKind(name)
              setPlace({ offset: 0 })
            }}
            className="cc-button cc-admin-kind"
          >
            {words.dataKinds[name]}
          </button>
        ))}
      </fieldset>
      {data.task && <TaskCard data={data} task={data.task} />}
      {read && <ComparisonCard key={`compare ${kind}`} data={data} />}
      <RecordList key={kind} data={data} place={place} onPlace={setPlace} />
    </>
  )
}
