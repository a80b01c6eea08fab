let holder: HTMLElement | undefined

/**
 * Returns the element at the end of the page that holds what nobody shows. It is invisible and inert, but not
 * `display: none`: the pages inside keep their layout and run on.
 */
export function getHolder(): HTMLElement {
  if (holder?.isConnected) return holder
  holder = document.createElement('div')
  holder.inert = true
  Object.assign(holder.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '-1',
    overflow: 'hidden',
    visibility: 'hidden',
    contain: 'strict',
  })
  document.body.append(holder)
  return holder
}

/** Removes the holder once it is empty. */
export function releaseHolder(): void {
  if (!holder?.firstChild) holder?.remove()
}
