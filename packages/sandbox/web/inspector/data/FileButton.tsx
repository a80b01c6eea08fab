import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/Button.tsx'

interface FileButtonProps {
  label: string
  /** What the file is, for those who do not see the button beside it. */
  inputLabel: string
  isBusy: boolean
  onFile: (file: File) => void
}

/** Asks for a file of JSON. */
export function FileButton({ label, inputLabel, isBusy, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => picker.current?.click()} disabled={isBusy}>
        <Upload aria-hidden="true" className="size-3.5" />
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="application/json"
        aria-label={inputLabel}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = '' // So that the same file can be picked again.
        }}
      />
    </>
  )
}
