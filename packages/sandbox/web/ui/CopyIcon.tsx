import { Check, Copy } from 'lucide-react'
import { useCopy } from './useCopy.ts'

/** Copies a text to the clipboard, as an icon for tight places. */
export function CopyIcon({ label, text }: { label: string; text: string }) {
  const { isCopied, copy } = useCopy(text)
  const Icon = isCopied ? Check : Copy
  return (
    <button
      type="button"
      aria-label={isCopied ? 'Copied' : label}
      title={label}
      onClick={copy}
      className="grid size-6 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden="true" className="size-3.5" />
    </button>
  )
}
