/** Whether somebody may be working in a frame: it has the focus and can be seen. Replacing it would lose a draft. */
export function isFrameInUse(frame: HTMLIFrameElement): boolean {
  if (document.visibilityState === 'hidden') return false
  if (!frame.checkVisibility({ visibilityProperty: true })) return false
  const root = frame.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement === frame : false
}
