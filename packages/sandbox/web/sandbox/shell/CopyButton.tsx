import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './Button.tsx'

/** Puts a text on the clipboard. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  const Icon = isCopied ? Check : Copy
  return (
    <Button
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(text)
      }}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {isCopied ? 'Copied' : label}
    </Button>
  )
}
