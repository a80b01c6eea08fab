import type { Export } from '@crm-chat/protocol'
import type { ReactNode } from 'react'
import { useChannels } from '../../query/useChannels.ts'
import type { MessageExport } from '../../query/useMessageExports.ts'
import { useChat } from '../../useChat.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { fill, formatDay, formatSize, formatTime } from '../format.ts'
import { Progress } from '../Progress.tsx'
import { toReason } from '../toReason.ts'

interface ExportItemProps {
  job: MessageExport
  onForget: () => void
}

/** One export: its period, its state, and its file. */
export function ExportItem({ job: { from, to, at, channelId, state }, onForget }: ExportItemProps): ReactNode {
  const words = useAdminWords()
  const { data: channels = [] } = useChannels({ enabled: channelId !== undefined })
  const channel = channels.find(({ id }) => id === channelId)
  const period = fill(words.exportPeriod, { from: formatDay(from, words), to: formatDay(to, words) })
  const place = channelId === undefined ? words.exportAllChannels : (channel?.name ?? channel?.account ?? channelId)
  return (
    <li className="cc-admin-card cc-admin-item">
      <div className="cc-admin-grow">
        <p className="cc-admin-strong">{period}</p>
        <p className="cc-admin-small">
          <bdi>{place}</bdi> · {fill(words.exportAsked, { at: formatTime(at, words) })}
        </p>
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
  const retry = (): void => void refetch()
  if (error?.code === 'not_found') return <p className="cc-admin-note">{words.exportGone}</p>
  if (!data) return error ? <Failure error={error} onRetry={retry} /> : <p role="status">{words.exportsLoading}</p>
  const { state, reason, progress } = data
  const names: Record<string, string> = {
    pending: words.exportPending,
    running: words.exportRunning,
    done: words.exportDone,
    failed: words.exportFailed,
  }
  return (
    <div className="cc-admin-grow cc-admin-stack">
      <p role="status" data-state={state} className="cc-admin-state">
        {names[state] ?? fill(words.exportUnknown, { state })}
      </p>
      {reason === undefined ? null : <p className="cc-admin-small">{words.exportReasons[reason] ?? reason}</p>}
      {(state === 'pending' || state === 'running') && <Progress label={words.exportProgress} value={progress} />}
      {error && <p className="cc-admin-small">{fill(words.exportStale, { reason: toReason(error, words) })}</p>}
      <ExportFile file={data} onRenew={retry} />
    </div>
  )
}

function ExportFile({ file: { url, size, expiresAt }, onRenew }: { file: Export; onRenew: () => void }): ReactNode {
  const words = useAdminWords()
  const { now } = useChat()
  if (url === undefined) return null
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now()) {
    return (
      <p className="cc-admin-row">
        <span className="cc-admin-small">{words.exportExpired}</span>
        <button type="button" onClick={onRenew} className="cc-button cc-admin-button">
          {words.exportRenew}
        </button>
      </p>
    )
  }
  const end =
    expiresAt === undefined ? words.exportKeep : fill(words.exportExpires, { at: formatTime(expiresAt, words) })
  return (
    <p className="cc-admin-row">
      <a href={url} target="_blank" rel="noreferrer" className="cc-button cc-admin-button cc-admin-primary">
        {words.exportDownload}
        {size === undefined ? null : <bdi className="cc-admin-size">{formatSize(size, words)}</bdi>}
      </a>
      <span className="cc-admin-small cc-admin-grow">{end}</span>
    </p>
  )
}
