import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { useUser } from '../session/users.ts'
import { draftKey } from '../ui/drafts.ts'

const draftSchema = z.array(z.tuple([z.string(), z.string()]))

/** The values of a form that were not sent yet. */
export interface FormDraft {
  /** The values that were kept; null without any. */
  draft: FormData | null
  /** Keeps what is in the form. */
  keep: () => void
  /** Forgets what is kept, and keeps nothing more. */
  forget: () => void
}

/**
 * Keeps what a user writes in a form until it is sent or cancelled: it stays in this tab when the page is reloaded or the
 * session ends.
 * @param options.name one for each form; the form of an item names its version, too
 */
export function useFormDraft({ name, form }: { name: string; form: RefObject<HTMLFormElement | null> }): FormDraft {
  const me = useUser()
  const [key] = useState(() => draftKey(`${me?.id} ${name}`))
  const [draft] = useState(() => readDraft(key))
  const isChanged = useRef(false)
  useLayoutEffect(() => {
    const element = form.current
    return () => {
      if (element && isChanged.current) writeDraft(key, element) // A choice from a list changes fields without an event.
    }
  }, [key, form])
  return {
    draft,
    keep: () => {
      isChanged.current = true
      if (form.current) writeDraft(key, form.current)
    },
    forget: () => {
      isChanged.current = false
      sessionStorage.removeItem(key)
    },
  }
}

function writeDraft(key: string, form: HTMLFormElement): void {
  const entries = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  sessionStorage.setItem(key, JSON.stringify(entries))
}

function readDraft(key: string): FormData | null {
  const stored = sessionStorage.getItem(key)
  if (stored === null) return null
  try {
    const data = new FormData()
    for (const [name, value] of draftSchema.parse(JSON.parse(stored))) data.append(name, value)
    return data
  } catch {
    return null // What cannot be read is no draft.
  }
}
