import { createStageElement, type FrameStage, keepSize } from '../stage/frameStage.ts'
import { followContainer } from './followContainer.ts'

/**
 * Makes a stage that never moves: it lies over its container, and follows it. For browsers without `moveBefore`, where a frame
 * that is moved reloads. Only those load this code.
 */
export function createLayerStage(): FrameStage {
  const element = createStageElement()
  const layer = document.createElement('div')
  layer.dataset.ccLayer = '' // Overlays know it by this.
  Object.assign(layer.style, {
    position: 'fixed',
    display: 'block',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'none',
    overflow: 'hidden',
  })
  let leave = (): void => undefined
  layer.append(element)
  hide(layer)
  document.body.append(layer)

  return {
    element,
    show: (container) => {
      leave()
      const isAlive = enter({ layer, element, place: findDialog(container) ?? document.body })
      const following = new AbortController()
      leave = () => following.abort()
      followContainer({ element: layer, container, signal: following.signal })
      return isAlive
    },
    park: () => {
      leave()
      hide(layer)
    },
    remove: () => {
      leave()
      layer.remove()
    },
  }
}

function hide(layer: HTMLElement): void {
  Object.assign(layer.style, keepSize(layer), { visibility: 'hidden' })
  layer.inert = true
}

/** A modal dialog makes everything outside inert, so its frame is inside; another place would reload it. */
function enter({ layer, element, place }: Record<'layer' | 'element', HTMLElement> & { place: Element }): boolean {
  if (layer.isConnected && layer.parentNode === place) return true
  const isAlive = element.firstChild === null
  element.replaceChildren()
  place.append(layer)
  return isAlive
}

/** The host's dialog around an element, out of shadow roots. Our own leave the layer where it is. */
function findDialog(element: Element): Element | null {
  const root = element.getRootNode()
  return element.closest('dialog:not(.cc-panel)') ?? (root instanceof ShadowRoot ? findDialog(root.host) : null)
}
