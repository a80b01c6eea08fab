/** Returns the `clip-path` that cuts a layer as the elements around its container cut that. */
export function toClip({ container, around }: { container: HTMLElement; around: Element[] }): string {
  const box = container.getBoundingClientRect()
  const seen = { top: box.top, left: box.left, right: box.right, bottom: box.bottom }
  let radius = '0px'
  for (const each of around) {
    const { overflowX, overflowY, borderRadius, position } = getComputedStyle(each)
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      if (radius === '0px') radius = borderRadius
      if (each !== document.body && each !== document.documentElement) cut({ seen, each: each as HTMLElement })
    }
    if (position === 'fixed') break // Nothing farther out cuts it.
  }
  const insets = [seen.top - box.top, box.right - seen.right, box.bottom - seen.bottom, seen.left - box.left]
  const texts = insets.map((inset) => `${Math.max(0, inset)}px`)
  return insets.every((inset) => inset <= 0) && radius === '0px' ? 'none' : `inset(${texts.join(' ')} round ${radius})`
}

/** Content is cut at the inner edge of the border. */
function cut({ seen, each }: { seen: Record<'top' | 'left' | 'right' | 'bottom', number>; each: HTMLElement }): void {
  const { top, left } = each.getBoundingClientRect()
  const inner = { top: top + each.clientTop, left: left + each.clientLeft }
  seen.top = Math.max(seen.top, inner.top)
  seen.left = Math.max(seen.left, inner.left)
  seen.right = Math.min(seen.right, inner.left + each.clientWidth)
  seen.bottom = Math.min(seen.bottom, inner.top + each.clientHeight)
}
