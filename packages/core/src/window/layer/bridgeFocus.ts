import { findSeenFrame } from './findSeenFrame.ts'

/** A layer and the container that it lies over. */
export interface Layer {
  /** Element in a fixed position. */
  element: HTMLElement
  container: HTMLElement
  /** Ends it. */
  signal: AbortSignal
}

/**
 * Gives a layer at the end of the page the turn of its container in the order of focus, and its place in the order in which
 * assistive technology reads.
 */
export function bridgeFocus({ element, container, signal }: Layer): void {
  const [entry, exit, first, last] = [0, -1, 0, 0].map(createStop) as [Stop, Stop, Stop, Stop]
  let isLeaving = false
  const watching = { signal }
  entry.addEventListener(
    'focus',
    () => {
      if (!isLeaving) findSeenFrame(element)?.focus()
      isLeaving = false
    },
    watching,
  )
  first.addEventListener(
    'focus',
    () => {
      isLeaving = true
      entry.focus()
    },
    watching,
  )
  last.addEventListener('focus', () => exit.focus(), watching)
  element.prepend(first)
  element.append(last)
  container.append(entry, exit)
  element.id ||= `crm-chat-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  const hasReferences = 'ariaOwnsElements' in container
  if (hasReferences && container.getRootNode() instanceof ShadowRoot)
    container.ariaOwnsElements = [element] // An id does not reach out.
  else container.setAttribute('aria-owns', element.id)
  signal.addEventListener('abort', () => {
    for (const stop of [entry, exit, first, last]) stop.remove()
    if (hasReferences) container.ariaOwnsElements = null
    container.removeAttribute('aria-owns')
  })
}

type Stop = HTMLSpanElement

function createStop(tabIndex: number): Stop {
  const stop = document.createElement('span')
  stop.tabIndex = tabIndex
  return stop
}
