import { type RefObject, type ToggleEvent, useId, useRef, useState } from 'react'
import { placeBelow } from './placeBelow.ts'

/** A popover below its button: what to give to each of the two. */
export interface UsePopoverResult {
  isOpen: boolean
  close: () => void
  trigger: { ref: RefObject<HTMLButtonElement | null>; popoverTarget: string; 'aria-expanded': boolean }
  panel: {
    ref: RefObject<HTMLDivElement | null>
    id: string
    popover: 'auto'
    onBeforeToggle: (event: ToggleEvent<HTMLDivElement>) => void
    onToggle: (event: ToggleEvent<HTMLDivElement>) => void
  }
}

/** A popover that stands below or above its button. The browser opens it, closes it and returns the focus. */
export function usePopover(): UsePopoverResult {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return {
    isOpen,
    close: () => panel.current?.hidePopover(),
    trigger: { ref: trigger, popoverTarget: id, 'aria-expanded': isOpen },
    panel: {
      ref: panel,
      id,
      popover: 'auto',
      onBeforeToggle({ newState }) {
        if (newState === 'open') setIsOpen(true)
      },
      onToggle({ newState }) {
        if (newState === 'closed') setIsOpen(false) // Not before: the browser returns a focus that is in the popover.
        if (newState === 'open' && trigger.current && panel.current)
          placeBelow({ anchor: trigger.current, panel: panel.current })
      },
    },
  }
}
