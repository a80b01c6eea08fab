import type { VendorDataPage, VendorRecord } from '@crm-chat/protocol'
import { type ReactNode, useState } from 'react'
import type { VendorDataView } from '../../query/useVendorData.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { Field } from '../Field.tsx'
import { fill, fillCount, formatCount } from '../format.ts'
import { toReason } from '../toReason.ts'
import { DeleteButton } from './DeleteButton.tsx'
import { RecordItem } from './RecordItem.tsx'

/** Page of the list, and its order. */
export interface ListPlace {
  offset: number
  orderBy?: string | undefined
  descending?: boolean | undefined
}

interface RecordListProps {
  data: VendorDataView
  place: ListPlace
  onPlace: (place: ListPlace) => void
}

/** A page of what the vendor has. */
export function RecordList({ data, place, onPlace }: RecordListProps): ReactNode {
  const words = useAdminWords()
  const { data: page, error, refetch } = data.page
  if (!page) {
    if (error) return <Failure title={words.dataFailed} error={error} onRetry={() => void refetch()} />
    return (
      <p role="status" className="cc-admin-card cc-admin-waiting">
        {words.dataLoading}
      </p>
    )
  }
  return (
    <>
      <div className="cc-admin-row">
        <h3 className="cc-admin-subtitle cc-admin-grow">{words.dataThere}</h3>
        {page.orders.length > 0 && <Order orders={page.orders} place={place} onPlace={onPlace} />}
      </div>
      {error && (
        <p role="status" className="cc-admin-note">
          {fill(words.exportStale, { reason: toReason(error, words) })}
        </p>
      )}
      {page.records.length === 0 && place.offset === 0 ? (
        <p className="cc-admin-card cc-admin-empty">{words.dataEmpty}</p>
      ) : (
        <Records key={place.offset} page={page} data={data} />
      )}
      <Pager page={page} place={place} onPlace={onPlace} />
    </>
  )
}

function Records({ page, data }: { page: VendorDataPage; data: VendorDataView }): ReactNode {
  const words = useAdminWords()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const ids = page.records.map(({ id }) => id)
  const chosen = ids.filter((id) => selected.has(id))
  const isBusy = data.task?.status === 'running' || data.task?.status === 'waiting'

  function toggle({ id }: VendorRecord): void {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }

  return (
    <>
      <div className="cc-admin-row">
        <label className="cc-admin-check">
          <input
            type="checkbox"
            checked={ids.length > 0 && chosen.length === ids.length}
            onChange={({ target }) => setSelected(new Set(target.checked ? ids : []))}
            className="cc-admin-box"
          />
          {chosen.length === 0 ? words.dataSelectPage : fillCount(words.dataSelected, chosen.length, words)}
        </label>
        {chosen.length > 0 && !isBusy && !data.page.isPlaceholderData && (
          <DeleteButton count={chosen.length} onDelete={() => void data.remove(chosen)} />
        )}
      </div>
      <ul aria-busy={data.page.isPlaceholderData} className="cc-admin-records">
        {page.records.map((record) => (
          <RecordItem
            key={record.id}
            record={record}
            isSelected={selected.has(record.id)}
            onToggle={() => toggle(record)}
          />
        ))}
      </ul>
    </>
  )
}

function Order({
  orders,
  place,
  onPlace,
}: Pick<RecordListProps, 'place' | 'onPlace'> & { orders: string[] }): ReactNode {
  const words = useAdminWords()
  const { orderBy = '', descending = false } = place
  return (
    <>
      <Field label={words.dataOrder} isInline>
        {(field) => (
          <select
            {...field}
            value={orderBy}
            onChange={({ target: { value } }) => onPlace({ offset: 0, descending, orderBy: value || undefined })}
          >
            <option value="">{words.dataOrderOwn}</option>
            {orders.map((name) => (
              <option key={name} value={name}>
                {words.dataOrders[name] ?? name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {orderBy !== '' && (
        <label className="cc-admin-check">
          <input
            type="checkbox"
            checked={descending}
            onChange={({ target }) => onPlace({ offset: 0, orderBy, descending: target.checked })}
            className="cc-admin-box"
          />
          {words.dataDescending}
        </label>
      )}
    </>
  )
}

function Pager({
  page,
  place,
  onPlace,
}: Pick<RecordListProps, 'place' | 'onPlace'> & { page: VendorDataPage }): ReactNode {
  const words = useAdminWords()
  const { next, records } = page
  const { offset } = place
  const [before, setBefore] = useState<number[]>([])
  if (offset === 0 && next === null) return null
  return (
    <nav aria-label={words.dataThere} className="cc-admin-row">
      <button
        type="button"
        aria-disabled={before.length === 0}
        onClick={() => {
          const previous = before.at(-1)
          if (previous === undefined) return
          setBefore(before.slice(0, -1))
          onPlace({ ...place, offset: previous })
        }}
        className="cc-button cc-admin-button"
      >
        {words.dataPrevious}
      </button>
      <span role="status" className="cc-admin-small">
        {fill(words.dataRange, {
          from: formatCount(offset + 1, words),
          to: formatCount(offset + records.length, words),
        })}
      </span>
      <button
        type="button"
        aria-disabled={next === null}
        onClick={() => {
          if (next === null) return
          setBefore([...before, offset])
          onPlace({ ...place, offset: next })
        }}
        className="cc-button cc-admin-button"
      >
        {words.dataNext}
      </button>
    </nav>
  )
}
