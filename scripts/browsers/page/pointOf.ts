interface Point {
  x: number
  y: number
}

/**
 * Resolves with the point to click at, from the top left corner of the page around the tests, once the element stands
 * still and nothing covers it there.
 */
export async function pointOf({
  find,
  position,
}: {
  find: () => Promise<Element>
  /** From the element's top left corner. @default its middle */
  position?: Partial<Point> | undefined
}): Promise<Point> {
  const giveUpAt = performance.now() + deadlineMs
  for (;;) {
    const element = await find()
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const before = pointIn(element, position)
    await nextFrame()
    const { x, y } = pointIn(element, position)
    if (before.x === x && before.y === y && isHit({ element, x, y })) return outside({ x, y })
    if (performance.now() > giveUpAt) throw new Error(`Something covers or moves ${element.outerHTML.slice(0, 200)}.`)
  }
}

/** An element that cannot be reached for so long never will. */
export const deadlineMs = 15_000

function pointIn(element: Element, position: Partial<Point> | undefined): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + (position?.x ?? width / 2), y: top + (position?.y ?? height / 2) }
}

function isHit({ element, x, y }: Point & { element: Element }): boolean {
  for (
    let each: Node | null = deepest({ x, y });
    each;
    each = each instanceof ShadowRoot ? each.host : each.parentNode
  ) {
    if (each === element) return true
  }
  return false
}

function deepest({ x, y }: Point, root: DocumentOrShadowRoot = document): Element | null {
  const hit = root.elementFromPoint(x, y)
  return hit?.shadowRoot ? (deepest({ x, y }, hit.shadowRoot) ?? hit) : hit
}

/** The tests run in a frame of Vitest's page. */
function outside({ x, y }: Point): Point {
  const { left, top } = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  return { x: Math.floor(left + x), y: Math.floor(top + y) }
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
