import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/Button.tsx'

interface FileButtonProps {
  label: string
  /** Names the file for screen readers. */
  inputLabel: string
  isBusy: boolean
  onFile: (file: File) => void
}

/** A button that picks a JSON file. */
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
          event.target.value = '' // Allows the same file to be picked again.
        }}
      />
    </>
  )
}
