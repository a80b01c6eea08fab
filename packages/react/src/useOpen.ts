'use client'

import type { OpenReason, Overlay } from '@crm-chat/core/look'
import { type ForwardedRef, type RefObject, useImperativeHandle, useRef, useState } from 'react'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'

/** Props of whatever opens and closes. */
export interface OpenProps {
  /** Opens and closes it from outside. Then only a new value does so. */
  open?: boolean | undefined
  /** Opens it from the start. @default false */
  defaultOpen?: boolean | undefined
  /** Called when its user, or a method, wants it open or closed. */
  onOpenChange?: ((open: boolean, reason: OpenReason) => void) | undefined
}

/** Handle of whatever opens and closes. */
export interface OverlayHandle {
  open: () => void
  close: () => void
  toggle: () => void
  /** Moves the focus into the panel, if it is open. */
  focus: () => void
}

/** State of whatever opens and closes. */
export interface OpenState {
  isOpen: boolean
  /** True once it has been open: its content is kept from then on. */
  wasOpened: boolean
  /** True until it first opens or closes: what is open from the start takes no focus. */
  isUntouched: boolean
  request: (open: boolean, reason: OpenReason) => void
  overlayRef: RefObject<Overlay | null>
}

/** Keeps the state of an overlay, unless its parent does, and gives it a handle. */
export function useOpen(
  { open, defaultOpen = false, onOpenChange }: OpenProps,
  handle: ForwardedRef<OverlayHandle>,
): OpenState {
  const [own, setOwn] = useState(defaultOpen)
  const isOpen = open ?? own
  const [first] = useState(isOpen)
  const [wasOpened, setWasOpened] = useState(isOpen)
  const [isUntouched, setIsUntouched] = useState(true)
  const overlayRef = useRef<Overlay>(null)
  if (isOpen && !wasOpened) setWasOpened(true)
  if (isOpen !== first && isUntouched) setIsUntouched(false)

  const latest = useRef(isOpen)
  useBrowserLayoutEffect(() => {
    latest.current = isOpen
  })
  const request: OpenState['request'] = (next, reason) => {
    if (next === latest.current) return
    if (open === undefined) {
      latest.current = next // A method may be called again before this is drawn.
      setOwn(next)
    }
    onOpenChange?.(next, reason)
  }
  useImperativeHandle(handle, () => ({
    open: () => request(true, 'method'),
    close: () => request(false, 'method'),
    toggle: () => request(!latest.current, 'method'),
    focus: () => overlayRef.current?.focus(),
  }))
  return { isOpen, wasOpened, isUntouched, request, overlayRef }
}
