import type { KitTexts } from '../words/words.ts'
import { fillsScreen } from './fillsScreen.ts'
import { applySize, keepSize, type SizedPanel, smallest } from './panelSize.ts'
import { createHandle, type ResizeAxis } from './resizeHandle.ts'

/** Names of the edges that a user can move. */
export type EdgeNames = Pick<KitTexts, 'panelWidth' | 'panelHeight'>

/** Parameters of {@link resizePanel}. */
export interface ResizePanelParameters extends SizedPanel {
  names: () => EdgeNames
  /** Ends it. */
  signal: AbortSignal
}

type Side = 'width' | 'height'

/**
 * Lets a user move the free edges of a panel, with a pointer or with arrow keys, and remembers its size in this browser. Home and
 * End make it as small and as large as it can be; Enter and a double click give it the size of the stylesheet again.
 */
export function resizePanel({ panel, kind, names, signal }: ResizePanelParameters): void {
  const box = panel.getBoundingClientRect()
  /** The panel stands at one side of the page and grows towards the other. */
  const growsLeft = box.left > document.documentElement.clientWidth - box.right
  const limit = (side: Side): number => (side === 'width' ? innerWidth : innerHeight) - freePage
  const measure = (side: Side): number => (side === 'width' ? panel.offsetWidth : panel.offsetHeight)
  const resize = (size: Partial<Record<Side, number>>): void => {
    const within = Object.entries(size).map(([side, value]) => [
      side,
      Math.round(Math.min(Math.max(value, smallest), limit(side as Side))), // A key of the record.
    ])
    applySize({ panel, size: Object.fromEntries(within) })
    describe()
  }
  const sides: Side[] = kind === 'drawer' ? ['width'] : ['width', 'height']
  const axes: ResizeAxis[] = kind === 'drawer' ? sides : [...sides, 'both']
  const handles = axes.map((axis) => ({ axis, handle: createHandle({ axis, growsLeft, controls: panel.id }) }))

  function describe(): void {
    for (const { axis, handle } of handles) {
      handle.style.display = fillsScreen() ? 'none' : 'block'
      if (axis === 'both') continue
      handle.ariaLabel = axis === 'width' ? names().panelWidth : names().panelHeight
      handle.ariaValueMin = String(smallest)
      handle.ariaValueMax = String(limit(axis))
      handle.ariaValueNow = String(measure(axis))
      handle.ariaValueText = `${measure(axis)} px`
    }
  }

  function reset(): void {
    applySize({ panel, size: { width: 0, height: 0 } })
    keepSize({ panel, kind })
    describe()
  }

  function handlePointerDown(event: PointerEvent, axis: ResizeAxis): void {
    if (event.button !== 0) return
    const handle = event.currentTarget as HTMLElement // It is the one that listens.
    const start = { x: event.clientX, y: event.clientY, width: panel.offsetWidth, height: panel.offsetHeight }
    const dragging = new AbortController()
    const watching = { signal: dragging.signal }
    handle.setPointerCapture(event.pointerId) // Otherwise the frame beneath would get the moves.
    handle.addEventListener(
      'pointermove',
      ({ clientX, clientY }) =>
        resize({
          ...(axis !== 'height' && { width: start.width + (clientX - start.x) * (growsLeft ? -1 : 1) }),
          ...(axis !== 'width' && { height: start.height - (clientY - start.y) }),
        }),
      watching,
    )
    handle.addEventListener(
      'lostpointercapture',
      () => {
        dragging.abort()
        keepSize({ panel, kind })
      },
      watching,
    )
  }

  function handleKeyDown(event: KeyboardEvent, side: Side): void {
    const grow = { ArrowLeft: growsLeft, ArrowRight: !growsLeft, ArrowUp: true, ArrowDown: false }[event.key]
    const isAlong = /Left|Right/.test(event.key) === (side === 'width')
    if (event.key === 'Enter') reset()
    else if (event.key === 'Home') resize({ [side]: smallest })
    else if (event.key === 'End') resize({ [side]: limit(side) })
    else if (grow !== undefined && isAlong) resize({ [side]: measure(side) + (grow ? step : -step) })
    else return
    event.preventDefault()
    keepSize({ panel, kind })
  }

  for (const { axis, handle } of handles) {
    handle.addEventListener('pointerdown', (event) => handlePointerDown(event, axis))
    handle.addEventListener('dblclick', reset)
    handle.addEventListener('focus', describe) // The language may have changed.
    if (axis !== 'both') handle.addEventListener('keydown', (event) => handleKeyDown(event, axis))
    panel.append(handle)
    signal.addEventListener('abort', () => handle.remove())
  }
  addEventListener('resize', describe, { signal })
  describe()
}

/** Part of the page that stays free, in pixels: as much as the stylesheet leaves. */
const freePage = 40
/** Pixels that an arrow key moves an edge by. */
const step = 20
