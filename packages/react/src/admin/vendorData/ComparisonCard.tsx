import type { Comparison, Difference } from '@crm-chat/core/admin'
import { type ReactNode, useState } from 'react'
import type { VendorDataView } from '../../query/useVendorData.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { fill, fillCount, formatCount } from '../format.ts'
import { Progress } from '../Progress.tsx'
import { DeleteButton } from './DeleteButton.tsx'

/** Comparison of the vendor's records with the CRM's, and what may be done about the differences. */
export function ComparisonCard({ data }: { data: VendorDataView }): ReactNode {
  const words = useAdminWords()
  const { comparison, compare } = data
  const isRunning = comparison.status === 'running'
  return (
    <div className="cc-admin-card cc-admin-stack">
      <p className="cc-admin-row">
        <span className="cc-admin-small cc-admin-grow">{words.dataCompareHint}</span>
        <button
          type="button"
          aria-disabled={isRunning}
          onClick={() => {
            if (!isRunning) void compare()
          }}
          className="cc-button cc-admin-button"
        >
          {comparison.status === 'none' ? words.dataCompare : words.dataCompareAgain}
        </button>
      </p>
      {isRunning && (
        <>
          <Progress label={words.dataCompare} />
          <p role="status" className="cc-admin-small">
            {fill(words.dataComparing, {
              there: formatCount(comparison.counts.there, words),
              here: formatCount(comparison.counts.here, words),
            })}
          </p>
        </>
      )}
      {comparison.status === 'failed' && (
        <Failure title={words.dataCompareFailed} error={comparison.error} onRetry={() => void compare()} />
      )}
      {comparison.status === 'done' && <Outcome result={comparison.result} data={data} />}
    </div>
  )
}

function Outcome({ result, data }: { result: Comparison; data: VendorDataView }): ReactNode {
  const words = useAdminWords()
  const { missingThere, missingHere, different, same } = result
  const toUpload = [...missingThere, ...different].map(({ id }) => id)
  const isBusy = data.task?.status === 'running' || data.task?.status === 'waiting'
  const isSame = toUpload.length + missingHere.length === 0
  return (
    <>
      <p role="status" className="cc-admin-strong">
        {isSame ? words.dataAllSame : same > 0 && fillCount(words.dataSame, same, words)}
      </p>
      <Differences title={words.dataMissingThere} list={missingThere} />
      <Differences title={words.dataDifferent} list={different} />
      <Differences title={words.dataMissingHere} list={missingHere}>
        {!isBusy && (
          <DeleteButton count={missingHere.length} onDelete={() => void data.remove(missingHere.map(({ id }) => id))} />
        )}
      </Differences>
      {toUpload.length > 0 && !isBusy && (
        <p className="cc-admin-row">
          <button
            type="button"
            onClick={() => void data.upload(toUpload)}
            className="cc-button cc-admin-button cc-admin-primary"
          >
            {fillCount(words.dataUpload, toUpload.length, words)}
          </button>
        </p>
      )}
    </>
  )
}

interface DifferencesProps {
  title: Parameters<typeof fillCount>[0]
  list: Difference[]
  children?: ReactNode
}

/** Rows that are added at a time. */
const pageSize = 50

function Differences({ title, list, children }: DifferencesProps): ReactNode {
  const words = useAdminWords()
  const [count, setCount] = useState(pageSize)
  if (list.length === 0) return null
  const names = new Intl.ListFormat(words.lang, { type: 'unit' })
  return (
    <details className="cc-admin-details">
      <summary className="cc-admin-summary">{fillCount(title, list.length, words)}</summary>
      <ul className="cc-admin-list cc-admin-scroll">
        {list.slice(0, count).map(({ id, name, fields }) => (
          <li key={id} className="cc-admin-line">
            <bdi className="cc-admin-strong">{name || id}</bdi>
            <bdi className="cc-admin-small">{id}</bdi>
            {fields.length > 0 && (
              <span className="cc-admin-small">
                {fill(words.dataDiffers, { fields: names.format(fields.map((field) => words.dataFields[field])) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="cc-admin-row">
        {list.length > count && (
          <button type="button" onClick={() => setCount(count + pageSize)} className="cc-button cc-admin-button">
            {words.dataShowMore}
          </button>
        )}
        {children}
      </div>
    </details>
  )
}
