import { createMovedStage } from './stage/createMovedStage.ts'
import type { FrameStage } from './stage/frameStage.ts'

/** Makes the place of a window's frames, in the way that this browser can. */
export async function createStage(): Promise<FrameStage> {
  if ('moveBefore' in Element.prototype) return createMovedStage()
  return (await import('./layer/createLayerStage.ts')).createLayerStage()
}
