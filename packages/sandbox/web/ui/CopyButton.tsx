import { Check, Copy } from 'lucide-react'
import { Button } from './Button.tsx'
import { useCopy } from './useCopy.ts'

/** Copies a text to the clipboard. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const { isCopied, copy } = useCopy(text)
  const Icon = isCopied ? Check : Copy
  return (
    <Button onClick={copy}>
      <Icon aria-hidden="true" className="size-3.5" />
      {isCopied ? 'Copied' : label}
    </Button>
  )
}
