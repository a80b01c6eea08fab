import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** The scrolling part of a panel. */
export function ScrollArea({ className = '', children }: { className?: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepReachable(area.current), [])
  return (
    <div
      ref={area}
      data-scroll-area
      // RowList keeps an expanded row in place, also at the top, where browsers do not. Both together would scroll twice.
      className={`scroll-quiet relative min-h-0 grow overflow-y-auto -outline-offset-2 has-aria-expanded:[overflow-anchor:none] ${className}`}
    >
      <div>{children}</div>
    </div>
  )
}

/** Makes a scrollable area focusable for keyboard users, because not every browser does. */
function keepReachable(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined
  const observer = new ResizeObserver(() => {
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0
    else element.removeAttribute('tabindex')
  })
  for (const watched of [element, ...element.children]) observer.observe(watched)
  return () => observer.disconnect()
}
