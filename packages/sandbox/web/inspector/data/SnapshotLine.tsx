import { useMutation } from '@tanstack/react-query'
import { Check, Download, History, Trash2 } from 'lucide-react'
import type { Snapshot } from '../../../src/store/dump/createSnapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { formatSize } from '../../ui/format/formatSize.ts'
import { formatDay, formatTime } from '../../ui/format/formatTime.ts'
import { Problem } from '../../ui/Problem.tsx'
import { callControl, toControlUrl } from '../control/callControl.ts'

const iconLook =
  'grid size-8 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-ink -outline-offset-2'

/** A snapshot: restore, download or delete it. */
export function SnapshotLine({ snapshot: { name, savedAt, bytes } }: { snapshot: Snapshot }) {
  const path = `/snapshots/${encodeURIComponent(name)}`
  const restore = useMutation({ mutationFn: () => callControl(`POST ${path}/restore`) })
  const remove = useMutation({ mutationFn: () => callControl(`DELETE ${path}`) })
  return (
    <li className="flex flex-wrap items-center gap-x-1 gap-y-0.5 py-1.5 pr-2 pl-3">
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs text-muted tabular-nums">
          <time dateTime={new Date(savedAt).toISOString()}>
            {formatDay(savedAt, Date.now())}, {formatTime(savedAt)}
          </time>{' '}
          · {formatSize(bytes)}
        </span>
      </span>
      <Button aria-label={`Restore ${name}`} disabled={restore.isPending} onClick={() => restore.mutate()}>
        {restore.isSuccess ? (
          <Check aria-hidden="true" className="size-3.5" />
        ) : (
          <History aria-hidden="true" className="size-3.5" />
        )}
        {restore.isSuccess ? 'Restored' : 'Restore'}
      </Button>
      <a href={toControlUrl(path)} download={`${name}.json`} aria-label={`Download ${name}`} className={iconLook}>
        <Download aria-hidden="true" className="size-4" />
      </a>
      <button type="button" aria-label={`Delete ${name}`} onClick={() => remove.mutate()} className={iconLook}>
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <Problem error={restore.error ?? remove.error} />
    </li>
  )
}
