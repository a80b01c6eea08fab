import { createLayerStage } from './layer/createLayerStage.ts'
import { createMovedStage } from './stage/createMovedStage.ts'
import type { FrameStage } from './stage/frameStage.ts'

/** Makes the place of a window's frames, in the way that this browser can. */
export function createStage(): FrameStage {
  return 'moveBefore' in Element.prototype ? createMovedStage() : createLayerStage()
}
