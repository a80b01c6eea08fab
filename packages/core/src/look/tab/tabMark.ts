import type { Tone } from '@crm-chat/protocol'

/** Mark of a browser's tab. */
export interface TabMark {
  /** E.g. `5`, `99+`, `5?` for an outdated number, `!` for an error, `–` for an unknown one, and nothing at 0. */
  text: string
  count?: number
  tone: Tone
  isLive: boolean
}

/** A place outside of the page that can be marked. */
export interface TabPlace {
  show: (mark: TabMark) => void
  /** Restores the original. */
  end: () => void
}
