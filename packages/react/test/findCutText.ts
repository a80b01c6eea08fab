import { listElements } from './listElements.ts'

/** Texts that do not fit: cut off, wider than their element, or beyond the edge of the part that they are in. */
export function findCutText(parent: Element): string[] {
  return listElements(parent).flatMap((element) => {
    const text = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '')
    if (text.length === 0 || !isSeen(element)) return []
    const range = document.createRange()
    range.selectNodeContents(element)
    const problem = findProblem({ element, rects: [...range.getClientRects()] })
    return problem ? [`${problem}: ${element.className} "${element.textContent}"`] : []
  })
}

/** Parts that text may not leave. */
const edges = '.cc-button, .cc-badge, .cc-window, .cc-panel, .cc-stage, .cc-bar, .cc-panel-bar, .cc-failure'

function findProblem({ element, rects }: { element: HTMLElement; rects: DOMRect[] }): string | undefined {
  if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) return 'wider than its element'
  for (let around: HTMLElement | undefined = element; around; around = parentOf(around)) {
    const box = around.matches(edges) ? around : undefined
    if (box && rects.some((rect) => isBeyond({ rect, box }))) return `beyond ${box.className}`
    if (around.matches('.cc-badge')) return undefined // It stands at the edge of what it is on.
  }
  return undefined
}

function isBeyond({ rect, box }: { rect: DOMRect; box: HTMLElement }): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  const isScrolled = getComputedStyle(box).overflowY === 'auto' && box.scrollHeight > box.clientHeight + 1
  const isBeside = rect.left < left - 1 || rect.right > right + 1
  return isBeside || (!isScrolled && (rect.top < top - 1 || rect.bottom > bottom + 1))
}

function parentOf(element: Element): HTMLElement | undefined {
  const root = element.parentElement ?? element.getRootNode()
  const parent = root instanceof ShadowRoot ? root.host : root
  return parent instanceof HTMLElement ? parent : undefined
}

/** Text that is only read aloud fits anywhere. */
function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && !element.classList.contains('cc-spoken')
}
