import { anchorPanel } from './anchorPanel.ts'
import { fillsScreen } from './fillsScreen.ts'
import { isFocusInside, rememberFocus } from './focus.ts'
import { holdBack } from './holdBack.ts'
import { isolateSoon } from './isolateSoon.ts'
import { lockScroll } from './lockScroll.ts'
import type { OpenReason } from './openReason.ts'
import type { OverlayKind } from './overlayKind.ts'
import { isResizable, restoreSize } from './panelSize.ts'
import type { EdgeNames } from './resizePanel.ts'
import { resizeSoon } from './resizeSoon.ts'
import { watchEscape } from './watchEscape.ts'
import { watchOutside } from './watchOutside.ts'

/** Options of {@link createOverlay}. */
export interface OverlayOptions {
  /** A `<dialog popover="manual" tabindex="-1">` with the class `cc-panel`. */
  panel: HTMLDialogElement
  kind: OverlayKind
  /** Makes a drawer modal. A dialog always is, and every kind on a screen that it fills. @default false */
  modal?: boolean | undefined
  /** Element that opens it: a popover stands beside it, and the focus returns to it where nothing else had the focus. */
  anchor?: (() => HTMLElement | null) | undefined
  /** Names of the edges of a launcher's panel or a drawer, in the current language. Its user can move them then. */
  names?: (() => EdgeNames) | undefined
  /** Called when its user wants it closed. Nothing happens unless `setOpen` is called then. */
  onDismiss: (reason: Extract<OpenReason, 'escape' | 'outside' | 'back'>) => void
}

/** One panel over the page. */
export interface Overlay {
  /**
   * Opens or closes it; the same value again changes nothing. The focus moves into it, unless `focus` is false, and returns when
   * it closes.
   */
  setOpen: (isOpen: boolean, options?: { focus?: boolean | undefined }) => void
  /** Moves the focus into it, if it is open. */
  focus: () => void
  /** Closes it and lets go of its element, before that leaves the page. */
  end: () => void
}

/**
 * Opens and closes a panel over the page, which keeps its content, and so its frame, while it is closed: invisible, inert and out
 * of the tab order. Its state is in `data-open` and `data-modal` of its element.
 */
export function createOverlay(options: OverlayOptions): Overlay {
  const { panel, kind, names } = options
  let close: (() => void) | undefined
  panel.inert = true
  panel.dataset.open = 'false'
  if (names && isResizable(kind)) restoreSize({ panel, kind })

  return {
    setOpen: (isOpen, { focus = true } = {}) => {
      if (isOpen && !close) close = open(options, focus)
      else if (!isOpen) {
        close?.()
        close = undefined
      }
    },
    focus: () => {
      if (close) panel.focus()
    },
    end: () => {
      close?.()
      close = undefined
    },
  }
}

/** Opens a panel. Returns a function that closes it. */
function open(options: OverlayOptions, focus: boolean): () => void {
  const { panel, kind, anchor = () => null, names, onDismiss } = options
  const isFull = fillsScreen()
  const isModal = isFull || kind === 'dialog' || (kind === 'drawer' && options.modal === true)
  const returnFocus = rememberFocus({ panel, anchor })
  const closing = new AbortController()
  const { signal } = closing

  panel.dataset.open = 'true'
  panel.dataset.modal = String(isModal)
  const ends = [
    show({ panel, isModal }),
    ...(isModal ? [lockScroll()] : []),
    ...(isFull ? [holdBack(() => onDismiss('back'))] : []),
    ...(kind === 'popover' && !isFull ? [anchorPanel({ panel, anchor: anchor() })] : []),
  ]
  watchEscape({ panel, anchor: anchor(), onEscape: onDismiss, signal })
  if (isModal || kind === 'popover') {
    watchOutside({ panel, anchor: anchor(), onOutside: () => onDismiss('outside'), signal })
  }
  if (names && isResizable(kind) && !isFull) resizeSoon({ panel, kind, names, signal })
  panel.inert = false // Not before: the browser would give the focus to the frame, which then counts as one with a draft.
  if (focus || isModal) panel.focus()

  return () => {
    const hadFocus = isFocusInside(panel)
    closing.abort()
    for (const end of ends) end()
    panel.inert = true
    panel.dataset.open = 'false'
    if (hadFocus) returnFocus()
  }
}

/** Brings a panel to the browser's top layer, where nothing covers or cuts it. Returns a function that ends it. */
function show({ panel, isModal }: { panel: HTMLDialogElement; isModal: boolean }): () => void {
  // A frame that lies over its container is outside of the panel, and so beyond reach of whoever is in a modal dialog.
  if (isModal && 'moveBefore' in panel) panel.showModal()
  else panel.showPopover()
  const endIsolation = isModal && !panel.open ? isolateSoon(panel) : undefined
  return () => {
    endIsolation?.()
    if (panel.open) panel.close()
    else if (panel.isConnected) panel.hidePopover()
  }
}
