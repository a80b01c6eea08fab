import { useState } from 'react'

/** Puts a text on the clipboard, and knows whether it is there as far as this component put it. */
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
