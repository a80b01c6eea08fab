import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import { useRef } from 'react'
import { ControlError, callControl, toControlUrl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { Problem } from '../shell/Problem.tsx'

/** Takes everything the account holds away as a file, or puts it back. */
export function Transfer() {
  const picker = useRef<HTMLInputElement>(null)
  const load = useMutation({ mutationFn: async (file: File) => callControl('POST /import', parse(await file.text())) })
  return (
    <>
      <Problem error={load.error} />
      <a
        href={toControlUrl('/export')}
        download="sandbox.json"
        className="inline-flex h-8 items-center gap-1.5 rounded-lg border border-line bg-surface px-3 text-[13px] font-medium hover:bg-hover"
      >
        <Download aria-hidden="true" className="size-3.5" />
        Export
      </a>
      <Button onClick={() => picker.current?.click()} disabled={load.isPending}>
        <Upload aria-hidden="true" className="size-3.5" />
        Import
      </Button>
      <input
        ref={picker}
        type="file"
        accept="application/json"
        aria-label="Export to import"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) load.mutate(file)
          event.target.value = '' // So that the same file can be picked again.
        }}
      />
    </>
  )
}

function parse(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new ControlError('This file is no export of a sandbox.')
}
