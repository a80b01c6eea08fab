import type { ReactNode } from 'react'
import type { MessageExport } from '../../query/useMessageExports.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { fill, formatDay, formatTime } from '../format.ts'

interface ExportItemProps {
  job: MessageExport
  onForget: () => void
}

/** One export: its period, its state, and its file. */
export function ExportItem({ job: { from, to, at, state }, onForget }: ExportItemProps): ReactNode {
  const words = useAdminWords()
  const period = fill(words.exportPeriod, { from: formatDay(from, words), to: formatDay(to, words) })
  return (
    <li className="cc-admin-card cc-admin-item">
      <div className="cc-admin-grow">
        <p className="cc-admin-strong">{period}</p>
        <p className="cc-admin-small">{fill(words.exportAsked, { at: formatTime(at, words) })}</p>
      </div>
      <ExportState state={state} />
      <button type="button" onClick={onForget} className="cc-button cc-admin-button">
        {words.exportForget}
        <span className="cc-spoken"> {period}</span>
      </button>
    </li>
  )
}

function ExportState({ state: { data, error, refetch } }: Pick<MessageExport, 'state'>): ReactNode {
  const words = useAdminWords()
  if (!data && error) {
    if (error.code === 'not_found') return <p className="cc-admin-small">{words.exportGone}</p>
    return <Failure error={error} onRetry={() => void refetch()} />
  }
  const state = data?.state ?? 'pending'
  const names: Record<string, string> = {
    pending: words.exportPending,
    running: words.exportRunning,
    done: words.exportDone,
    failed: words.exportFailed,
  }
  return (
    <>
      <p role="status" data-state={state} className="cc-admin-state">
        {data ? (names[state] ?? fill(words.exportUnknown, { state })) : words.exportsLoading}
      </p>
      {data?.url !== undefined && (
        <a href={data.url} download rel="noreferrer" className="cc-button cc-admin-button cc-admin-primary">
          {words.exportDownload}
        </a>
      )}
    </>
  )
}
