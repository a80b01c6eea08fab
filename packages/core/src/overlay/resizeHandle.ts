/** An edge of a panel, or the corner between two. */
export type ResizeAxis = 'width' | 'height' | 'both'

/** Parameters of {@link createHandle}. */
export interface HandleParameters {
  axis: ResizeAxis
  /** True for a panel at the right side of the page. */
  growsLeft: boolean
  /** Id of the panel. */
  controls: string
}

/**
 * Draws an edge that a user can move, or the corner, which is for pointers only: both its edges have keys. Only panels that are
 * open need it, so its look is here and not in the stylesheet.
 */
export function createHandle({ axis, growsLeft, controls }: HandleParameters): HTMLElement {
  const handle = document.createElement('button')
  handle.type = 'button'
  if (axis === 'both') {
    handle.tabIndex = -1
    handle.ariaHidden = 'true'
  } else {
    handle.role = 'separator'
    handle.ariaOrientation = axis === 'width' ? 'vertical' : 'horizontal'
    handle.setAttribute('aria-controls', controls)
  }
  handle.dataset.resize = axis
  Object.assign(handle.style, {
    position: 'absolute',
    zIndex: '1',
    touchAction: 'none',
    outlineOffset: '-2px',
    ...places[axis],
    ...(axis === 'height' ? {} : { [growsLeft ? 'left' : 'right']: '0' }),
    ...(axis === 'both' ? toGrip(growsLeft) : {}),
  })
  return handle
}

const places = {
  width: { top: '0', bottom: '0', width: '6px', cursor: 'ew-resize' },
  height: { top: '0', left: '0', right: '0', height: '6px', cursor: 'ns-resize' },
  both: { top: '0', width: '28px', height: '28px' },
}

/** Two lines across the corner. */
function toGrip(growsLeft: boolean): Partial<CSSStyleDeclaration> {
  const line = 'var(--_ink-soft)'
  const angle = growsLeft ? '135deg' : '225deg'
  return {
    cursor: growsLeft ? 'nwse-resize' : 'nesw-resize',
    background: `linear-gradient(${angle}, #0000 7px, ${line} 7px 8px, #0000 8px 10px, ${line} 10px 11px, #0000 11px)`,
  }
}
