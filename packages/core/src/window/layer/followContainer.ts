import { bridgeFocus, type Layer } from './bridgeFocus.ts'
import { findAround, listAround } from './findAround.ts'
import { findSeenFrame } from './findSeenFrame.ts'
import { toClip } from './toClip.ts'

/**
 * Keeps an element over a container that is elsewhere in the page: its place and size, its clipping, its layer, its visibility,
 * and its turn in the order of focus. While it has no frame to show it covers nothing. Measures only while something may move.
 */
export function followContainer({ element, container, signal }: Layer): void {
  let around = listAround(container)
  let drawn = ''
  let stillFrames = 0
  let request = 0

  const update = (): void => {
    const place = measure({ element, container, around })
    const next = JSON.stringify(place)
    stillFrames = next === drawn ? stillFrames + 1 : 0
    if (next !== drawn || place.isOnTop !== (element.popover !== null)) draw({ element, place })
    drawn = next
  }
  const run = (): void => {
    request = 0
    if (signal.aborted) return
    update()
    if (stillFrames < enoughStillFrames) request = requestAnimationFrame(run)
    else watchPlace()
  }
  const wake = (): void => {
    if (signal.aborted) return
    const now = listAround(container)
    if (now.length !== around.length || now.some((each, index) => each !== around[index])) {
      around = now
      watchAround()
    }
    update()
    stillFrames = 0
    if (request === 0) request = requestAnimationFrame(run)
  }

  /** The last one that is shown is the topmost: what opens around the container would cover the layer. */
  function raise({ target }: Event): void {
    if (around.includes(target as Element)) element.popover = null
    if (target !== element) wake()
  }

  const sizes = new ResizeObserver(wake)
  const attributes = new MutationObserver(wake)
  let places: IntersectionObserver | undefined

  function watchAround(): void {
    sizes.disconnect()
    attributes.disconnect()
    for (const each of around) {
      sizes.observe(each)
      attributes.observe(each, { attributes: true, childList: true })
    }
    const frames = { subtree: true, childList: true, attributeFilter: ['style'] }
    for (const each of element.children) attributes.observe(each, frames)
  }

  /** Reports when the container leaves the place where it is now, for any reason. */
  function watchPlace(): void {
    places?.disconnect()
    const { top, left, right, bottom } = container.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const margins = [top, clientWidth - right, clientHeight - bottom, left].map((inset) => `${-Math.floor(inset)}px`)
    let isFirst = true
    const notice = (): void => {
      if (!isFirst) wake()
      isFirst = false
    }
    const threshold = Array.from({ length: 101 }, (_, index) => index / 100)
    places = new IntersectionObserver(notice, { root: document, rootMargin: margins.join(' '), threshold })
    places.observe(container)
  }

  const watching = { signal, capture: true, passive: true }
  for (const name of movingEvents) document.addEventListener(name, wake, watching)
  document.addEventListener('toggle', raise, watching)
  for (const name of ['scroll', 'resize']) window.addEventListener(name, wake, watching)
  bridgeFocus({ element, container, signal })
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(request)
    sizes.disconnect()
    attributes.disconnect()
    places?.disconnect()
  })
  watchAround()
  wake()
}

/** After so many frames without a change, half a second, nothing moves any more. */
const enoughStillFrames = 30

/** A script that animates an element announces nothing, but a click or a key has often made it do so. */
const movingEvents = [
  'transitionrun',
  'transitionend',
  'animationstart',
  'animationend',
  'fullscreenchange',
  'click',
  'keyup',
]

interface Place {
  left: number
  top: number
  width: number
  height: number
  clipPath: string
  zIndex: string
  isVisible: boolean
  /** Something around the container is in the browser's top layer. */
  isOnTop: boolean
}

function measure({ element, container, around }: Pick<Layer, 'element' | 'container'> & { around: Element[] }): Place {
  const { left, top, width, height } = container.getBoundingClientRect()
  const isInert = around.some((each) => each instanceof HTMLElement && each.inert)
  return {
    left,
    top,
    width,
    height,
    clipPath: toClip({ container, around }),
    zIndex: around.map((each) => getComputedStyle(each).zIndex).findLast((zIndex) => zIndex !== 'auto') ?? 'auto',
    isVisible:
      !isInert && findSeenFrame(element) !== undefined && container.checkVisibility({ visibilityProperty: true }),
    isOnTop: findAround(container, ':popover-open, :fullscreen') !== undefined,
  }
}

function draw({ element, place }: { element: HTMLElement; place: Place }): void {
  const { width, height, clipPath, zIndex, isVisible, isOnTop } = place
  const isTopmost = element.popover !== null
  if (isOnTop !== isTopmost) {
    element.popover = isOnTop ? 'manual' : null
    if (isOnTop) element.showPopover()
  }
  element.inert = !isVisible
  Object.assign(element.style, {
    width: `${width}px`,
    height: `${height}px`,
    clipPath,
    zIndex,
    visibility: isVisible ? '' : 'hidden',
  })
  const own = element.getBoundingClientRect() // Something around it may be transformed, and `fixed` then means inside that.
  element.style.left = `${Number.parseFloat(element.style.left) + place.left - own.left}px`
  element.style.top = `${Number.parseFloat(element.style.top) + place.top - own.top}px`
}
