import { useState } from 'react'

/** Copies a text to the clipboard, and remembers that this component did. */
export function useCopy(text: string): { isCopied: boolean; copy: () => Promise<void> } {
  const [copied, setCopied] = useState<string | null>(null)
  return {
    isCopied: copied === text,
    async copy() {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    },
  }
}
