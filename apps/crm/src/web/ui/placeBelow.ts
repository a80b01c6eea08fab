const gap = 4
const edge = 8

/** Places an open popover below or above an element, inside the window. */
export function placeBelow({ anchor, panel }: { anchor: HTMLElement; panel: HTMLElement }): void {
  const around = anchor.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const isRight = around.left + around.width / 2 > innerWidth / 2
  const left = isRight ? around.right - width : around.left
  const below = around.bottom + gap
  const top = below + height > innerHeight - edge ? around.top - gap - height : below
  panel.style.inset = 'auto'
  panel.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`
  panel.style.top = `${Math.max(edge, Math.min(top, innerHeight - height - edge))}px`
}
