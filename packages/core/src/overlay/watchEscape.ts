import { fillsScreen } from './fillsScreen.ts'

/** Parameters of {@link watchEscape}. */
export interface WatchEscapeParameters {
  panel: HTMLElement
  anchor: HTMLElement | null
  onEscape: (reason: 'escape' | 'back') => void
  signal: AbortSignal
}

/**
 * Calls back when Escape is pressed in a panel or on what opens it: the CRM's own dialogs use the key too. One press that somebody
 * has answered to closes nothing else. Keys pressed inside a frame do not reach the page.
 */
export function watchEscape({ panel, anchor, onEscape, signal }: WatchEscapeParameters): void {
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    onEscape('escape')
  }
  const handleCancel = (event: Event): void => {
    if (event.target !== panel) return // That of something inside, e.g. a file field.
    event.preventDefault()
    onEscape(fillsScreen() ? 'back' : 'escape') // Android's back gesture, or a key pressed while nothing has the focus.
  }
  for (const element of [panel, anchor]) element?.addEventListener('keydown', handleKeyDown, { signal })
  panel.addEventListener('cancel', handleCancel, { signal })
}
