import type { VendorTask } from '@crm-chat/core/admin'
import type { ReactNode } from 'react'
import type { VendorDataView } from '../../query/useVendorData.ts'
import { useAdminWords } from '../AdminContext.ts'
import { fill, fillCount, formatCount } from '../format.ts'
import { Progress } from '../Progress.tsx'
import { toReason } from '../toReason.ts'

/** An upload or a deletion: how far it is, and what was rejected. */
export function TaskCard({ data, task }: { data: VendorDataView; task: VendorTask }): ReactNode {
  const words = useAdminWords()
  const { action, status, done, total, rejectedCount, error } = task
  const isRunning = status === 'running' || status === 'waiting'
  const heading = action === 'upload' ? words.dataUploading : words.dataDeleting
  const outcome = fillCount(action === 'upload' ? words.dataUploaded : words.dataDeleted, done - rejectedCount, words)
  const notes: Partial<Record<VendorTask['status'], string>> = {
    waiting: words.dataWaiting,
    paused: words.dataPaused,
    failed: words.dataStopped,
  }
  return (
    <div className="cc-admin-card cc-admin-stack">
      <p role="status" className="cc-admin-strong">
        {status === 'done' ? outcome : [heading, notes[status]].filter(Boolean).join(' · ')}
      </p>
      {status === 'done' ? null : (
        <>
          <Progress label={heading} value={total === 0 ? 1 : done / total} />
          <p className="cc-admin-small">
            {fill(words.dataProgress, { done: formatCount(done, words), total: formatCount(total, words) })}
          </p>
        </>
      )}
      {error && (
        <p role="alert" className="cc-admin-problem">
          {toReason(error, words)}
        </p>
      )}
      {rejectedCount > 0 && <Rejected task={task} />}
      <p className="cc-admin-row">
        {isRunning && (
          <button type="button" onClick={data.pause} className="cc-button cc-admin-button">
            {words.dataPause}
          </button>
        )}
        {(status === 'paused' || status === 'failed') && (
          <button
            type="button"
            onClick={() => void data.resume()}
            className="cc-button cc-admin-button cc-admin-primary"
          >
            {words.dataResume}
          </button>
        )}
        {!isRunning && (
          <button type="button" onClick={data.dismiss} className="cc-button cc-admin-button">
            {words.dataDismiss}
          </button>
        )}
      </p>
    </div>
  )
}

function Rejected({ task: { rejected, rejectedCount } }: { task: VendorTask }): ReactNode {
  const words = useAdminWords()
  return (
    <details open className="cc-admin-details">
      <summary className="cc-admin-summary">{fillCount(words.dataRejected, rejectedCount, words)}</summary>
      <ul className="cc-admin-list cc-admin-scroll">
        {rejected.map(({ id, reason, code }) => (
          <li key={id} className="cc-admin-line">
            <bdi className="cc-admin-strong">{id}</bdi>
            <span className="cc-admin-small">{words.errors[code as keyof typeof words.errors] ?? null}</span>
            <span lang="en" dir="ltr" className="cc-admin-small">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
