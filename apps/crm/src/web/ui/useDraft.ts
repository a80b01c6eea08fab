import { useEffect, useState } from 'react'
import { draftKey } from './drafts.ts'

/** A text that is being written: it stays in this tab when the page is reloaded or the session ends, until it is emptied. */
export function useDraft(name: string): [text: string, setText: (text: string) => void] {
  const key = draftKey(name)
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  useEffect(() => {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  }, [key, text])
  return [text, setText]
}
