import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Camera } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Snapshot } from '../../../src/store/dump/createSnapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { FileButton } from './FileButton.tsx'
import { readDump } from './readDump.ts'
import { SnapshotLine } from './SnapshotLine.tsx'

const snapshotsQueryOptions = () =>
  queryOptions({
    queryKey: ['snapshots'],
    queryFn: async () => (await callControl<{ snapshots: Snapshot[] }>('GET /snapshots')).snapshots,
  })

/** Named snapshots of the data: save, upload, restore, download and delete them. */
export function Snapshots() {
  const [name, setName] = useState('')
  const { data: snapshots, error } = useQuery(snapshotsQueryOptions())
  const save = useMutation({
    mutationFn: ({ as, dump = {} }: { as: string; dump?: object }) =>
      callControl(`PUT /snapshots/${encodeURIComponent(as)}`, dump),
    onSuccess: () => setName(''),
  })
  const upload = useMutation({
    mutationFn: async (file: File) => save.mutateAsync({ as: toName(file), dump: await readDump(file) }),
  })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') save.mutate({ as: name.trim() })
  }

  return (
    <section aria-label="Snapshots" className="min-w-0">
      <form onSubmit={handleSubmit} className="mb-1.5 flex min-h-8 flex-wrap items-center gap-2 px-1">
        <h3 className="grow text-[13px] font-medium">
          Snapshots <span className="text-muted">{snapshots?.length ?? ''}</span>
        </h3>
        <input
          aria-label="Name of the snapshot"
          placeholder="Name, e.g. busy day"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="h-8 w-44 min-w-0 grow rounded-lg border border-line bg-surface px-2.5 text-[13px] placeholder:text-muted wide:max-w-56"
        />
        <Button type="submit" disabled={name.trim() === '' || save.isPending}>
          <Camera aria-hidden="true" className="size-3.5" />
          Save
        </Button>
        <FileButton label="Upload" inputLabel="Snapshot to upload" isBusy={upload.isPending} onFile={upload.mutate} />
      </form>
      <Problem error={error ?? save.error ?? upload.error} />
      <div className="rounded-xl border border-line bg-surface">
        {snapshots?.length === 0 && (
          <p className="px-3 py-2.5 text-[13px] text-muted">
            No snapshots yet. Save the current data here to restore it later.
          </p>
        )}
        <ul aria-label="Saved snapshots" className="divide-y divide-line">
          {snapshots?.map((snapshot) => (
            <SnapshotLine key={snapshot.name} snapshot={snapshot} />
          ))}
        </ul>
      </div>
    </section>
  )
}

/** An uploaded snapshot takes the name of its file. */
function toName({ name }: File): string {
  return name.replace(/\.json$/i, '')
}
