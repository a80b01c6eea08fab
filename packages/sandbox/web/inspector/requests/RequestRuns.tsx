import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { RowList } from '../../ui/RowList.tsx'
import { replaceHash, useAddress } from '../shell/useAddress.ts'
import type { RequestRun } from './foldRequests.ts'
import { RequestRow } from './RequestRow.tsx'

/** Requests as rows. Of those that look alike only the newest is shown, until the others are requested or one is addressed. */
export function RequestRuns({ runs }: { runs: RequestRun[] }) {
  const { item } = useAddress()
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const isUnfolded = ({ id, requests }: RequestRun): boolean =>
    requests.length < leastFolded || unfolded.has(id) || requests.slice(1).some((other) => String(other.id) === item)
  return (
    <RowList name="Requests">
      {runs.flatMap((run) => [
        ...(isUnfolded(run) ? run.requests : run.requests.slice(0, 1)).map((request) => {
          const isOpen = String(request.id) === item
          const toggle = () => replaceHash({ panel: 'requests', item: isOpen ? null : request.id })
          return <RequestRow key={request.id} request={request} isOpen={isOpen} onToggle={toggle} />
        }),
        ...(isUnfolded(run)
          ? []
          : [
              <Folded
                key={`run ${run.id}`}
                count={run.requests.length - 1}
                onUnfold={() => setUnfolded(new Set([...unfolded, run.id]))}
              />,
            ]),
      ])}
    </RowList>
  )
}

/** Below it, the line for the folded requests would take as much room as they do. */
const leastFolded = 3

function Folded({ count, onUnfold }: { count: number; onUnfold: () => void }) {
  return (
    <li className="pl-7">
      <button
        type="button"
        onClick={onUnfold}
        className="flex h-8 items-center gap-2 rounded-lg px-3 text-[13px] text-muted hover:bg-hover hover:text-ink"
      >
        <ChevronsUpDown aria-hidden="true" className="size-3.5" />
        Show {count} more like this
      </button>
    </li>
  )
}
