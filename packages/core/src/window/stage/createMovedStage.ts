import { createStageElement, type FrameStage, keepSize } from './frameStage.ts'
import { guardMoves } from './guardMoves.ts'
import { getHolder, releaseHolder } from './holder.ts'

/** Makes a stage that moves into its container with `moveBefore`, which keeps the frames inside alive. */
export function createMovedStage(): FrameStage {
  const element = createStageElement()
  let leave = (): void => undefined
  getHolder().append(element)

  function park(): void {
    leave()
    hold()
  }

  function hold(): void {
    if (!element.isConnected) return
    Object.assign(element.style, keepSize(element))
    getHolder().moveBefore(element, null)
  }

  function show(container: HTMLElement): boolean {
    leave()
    if (!element.isConnected) {
      const isLost = element.firstChild !== null
      element.replaceChildren()
      getHolder().append(element)
      if (isLost) return false
    }
    const enter = (): void => {
      if (!container.isConnected) return
      if (element.parentNode !== container) container.moveBefore(element, null)
      Object.assign(element.style, { inset: '0', width: '', height: '' })
      guard.follow()
    }
    const guard = guardMoves({ element, rescue: hold, restore: enter })
    const watch = new ResizeObserver(enter) // A container that is put into the page later gets a size then.
    watch.observe(container)
    leave = () => {
      guard.end()
      watch.disconnect()
    }
    enter()
    return true
  }

  return {
    element,
    show,
    park,
    remove: () => {
      leave()
      element.remove()
      releaseHolder()
    },
  }
}
