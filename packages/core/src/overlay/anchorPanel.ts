/** Parameters of {@link anchorPanel}. */
export interface AnchorPanelParameters {
  panel: HTMLElement
  anchor: HTMLElement | null
}

/** Places a panel beside an element, on the side with more room. Returns a function that ends it. */
export function anchorPanel({ panel, anchor }: AnchorPanelParameters): () => void {
  if (!anchor) return () => undefined
  // Names of anchors do not reach out of a shadow root.
  const isInSight = anchor.getRootNode() === panel.getRootNode()
  if (isInSight && CSS.supports('position-area: block-end')) return anchorByName({ panel, anchor })
  return anchorByPlace({ panel, anchor })
}

type Anchored = { panel: HTMLElement; anchor: HTMLElement }

let names = 0

/** The stylesheet says where a panel stands, relative to its anchor. */
function anchorByName({ panel, anchor }: Anchored): () => void {
  names += 1
  const name = `--cc-anchor-${names}`
  const before = anchor.style.getPropertyValue('anchor-name')
  const known = getComputedStyle(anchor).getPropertyValue('anchor-name')
  anchor.style.setProperty('anchor-name', known && known !== 'none' ? `${known}, ${name}` : name)
  panel.style.setProperty('position-anchor', name)
  return () => {
    anchor.style.setProperty('anchor-name', before)
    if (!anchor.getAttribute('style')) anchor.removeAttribute('style')
    panel.style.removeProperty('position-anchor')
  }
}

/** For browsers without anchors. */
function anchorByPlace({ panel, anchor }: Anchored): () => void {
  const following = new AbortController()
  const place = (): void => {
    const box = anchor.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const isBelow = clientHeight - box.bottom >= box.top
    const room = isBelow ? clientHeight - box.bottom : box.top
    const width = panel.offsetWidth
    const lefts = [box.right - width, box.left] // It grows from the end of its anchor towards the start, if there is room.
    if (getComputedStyle(anchor).direction === 'rtl') lefts.reverse()
    const left = lefts.find((each) => each >= edge && each + width <= clientWidth - edge) ?? edge
    Object.assign(panel.style, {
      top: isBelow ? `${box.bottom}px` : 'auto',
      bottom: isBelow ? 'auto' : `${clientHeight - box.top}px`,
      left: `${left}px`,
      right: 'auto',
      maxHeight: `${room - 2 * edge}px`,
    })
  }
  const watching = { capture: true, passive: true, signal: following.signal }
  for (const name of ['scroll', 'resize']) window.addEventListener(name, place, watching)
  place()
  return () => {
    following.abort()
    Object.assign(panel.style, { top: '', bottom: '', left: '', right: '', maxHeight: '' })
  }
}

/** Room that stays free at the edges of the page, in pixels. */
const edge = 8
