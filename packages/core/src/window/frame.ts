import { createStage } from './createStage.ts'
import { runWindow } from './runWindow.ts'

/** The part of the client that loads the vendor's page, keeps it alive and shows it. */
export const frame = { createStage, runWindow }
