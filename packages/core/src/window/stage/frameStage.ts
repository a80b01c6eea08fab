/** The place of a window's frames. It is made once, outside of any framework, and shown where the window is requested. */
export interface FrameStage {
  /** Holds the frames: the one that is seen, and the next one while it loads. */
  element: HTMLElement
  /** Shows the frames in a container, which they fill. Returns false when something has destroyed them meanwhile. */
  show: (container: HTMLElement) => boolean
  /** Takes the frames out of sight. They stay alive. */
  park: () => void
  /** Removes the frames for good. */
  remove: () => void
}

/** Makes the element of a stage. */
export function createStageElement(): HTMLElement {
  const element = document.createElement('div')
  Object.assign(element.style, { position: 'absolute', inset: '0' })
  return element
}

/** Returns the size that a parked stage keeps, so that the vendor's page is not laid out anew. */
export function keepSize(element: HTMLElement): Partial<CSSStyleDeclaration> {
  const { width, height } = element.getBoundingClientRect()
  return { inset: '0 auto auto 0', width: `${width}px`, height: `${height}px` }
}
