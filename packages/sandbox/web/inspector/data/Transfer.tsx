import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl, toControlUrl } from '../control/callControl.ts'
import { FileButton } from './FileButton.tsx'
import { readDump } from './readDump.ts'

/** Exports all data of the account as a file, or imports it. */
export function Transfer() {
  const load = useMutation({ mutationFn: async (file: File) => callControl('POST /import', await readDump(file)) })
  return (
    <>
      <Problem error={load.error} />
      <LinkButton href={toControlUrl('/export')} download="sandbox.json">
        <Download aria-hidden="true" className="size-3.5" />
        Export
      </LinkButton>
      <FileButton label="Import" inputLabel="Export to import" isBusy={load.isPending} onFile={load.mutate} />
    </>
  )
}
