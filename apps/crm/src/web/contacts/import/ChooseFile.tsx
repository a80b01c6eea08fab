import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { toErrorText } from '../../requests/toErrorText.ts'
import { useWords } from '../../words/speech.ts'

const maxBytes = 2_000_000

/** Props of {@link ChooseFile}. */
export interface ChooseFileProps {
  isReading: boolean
  error: Error | null
  /** Gets the file's text. */
  onText: (text: string) => void
}

/** A file to import: dropped here, or chosen. */
export function ChooseFile({ isReading, error, onText }: ChooseFileProps): ReactNode {
  const words = useWords()
  const [isOver, setIsOver] = useState(false)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    setIsTooLarge(file !== undefined && file.size > maxBytes)
    if (file && file.size <= maxBytes) onText(await file.text())
  }
  const handleDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }
  const problem = isTooLarge ? words.fieldProblems.large_file : error && toErrorText({ error, words })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is another way to use the field inside.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
    >
      <label
        className={`flex cursor-pointer flex-col items-center gap-2 rounded-xl border border-dashed px-6 py-12 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-sunken'}`}
      >
        <FileUp aria-hidden className="size-6 text-soft" />
        <span className="font-semibold">{isReading ? words.import.reading : words.import.drop}</span>
        <span className="text-soft">{words.import.limits}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          data-autofocus
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = '' // The same file can be chosen again.
          }}
        />
      </label>
      <p role="alert" className="mt-3 text-danger">
        {problem}
      </p>
    </div>
  )
}
