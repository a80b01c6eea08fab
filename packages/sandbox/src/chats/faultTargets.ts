import type { FaultTargets } from '../server/faults/faultTargets.ts'

/** Operations of the chats page and its socket that faults can be for. */
export const chatsFaultTargets: FaultTargets = new Map([
  ['chats.openPage', 'page'],
  ['chats.watchWindow', 'socket'],
])
