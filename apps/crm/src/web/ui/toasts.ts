import { create } from 'zustand'

/** A short notice of what was done. */
export interface Toast {
  id: number
  text: string
  isProblem: boolean
  /** Takes it back. */
  onUndo?: (() => void) | undefined
}

/** The notices on the page, the latest last. */
export const useToasts = create<Toast[]>(() => [])

let lastId = 0

/** Shows a notice on every page. */
export function showToast({
  text,
  onUndo,
  isProblem = false,
}: Omit<Toast, 'id' | 'isProblem'> & { isProblem?: boolean }): void {
  lastId += 1
  const toast = { id: lastId, text, onUndo, isProblem }
  useToasts.setState((toasts) => [...toasts.slice(-2), toast], true)
}

/** Removes a notice. */
export function hideToast(id: number): void {
  useToasts.setState((toasts) => toasts.filter((toast) => toast.id !== id), true)
}

/** Takes back what a notice is about, and removes the notice. */
export function undoToast(toast: Toast): void {
  hideToast(toast.id)
  toast.onUndo?.()
}
