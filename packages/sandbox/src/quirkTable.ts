import type { QuirkEntry } from './server/quirks/quirkEntry.ts'
import { wazzupTechQuirks } from './vendors/wazzup-tech/quirks.ts'
import { wazzupV2Quirks } from './vendors/wazzup-v2/quirks.ts'
import { wazzupV3Quirks } from './vendors/wazzup-v3/quirks.ts'
import { whatomateQuirks } from './vendors/whatomate/quirks.ts'

/**
 * Everything about which a vendor's documents contradict each other, or its live API. Off, the sandbox does what the
 * document of the API says; on, it does the other thing.
 */
export const quirkTable = {
  ...wazzupV2Quirks,
  ...wazzupV3Quirks,
  ...wazzupTechQuirks,
  ...whatomateQuirks,
} as const satisfies Record<string, QuirkEntry>

/** The name of a quirk. */
export type QuirkName = keyof typeof quirkTable

/** Every quirk there is. */
export const quirkNames = Object.keys(quirkTable).filter(isQuirkName)

/** True for the name of a quirk. */
export function isQuirkName(name: string): name is QuirkName {
  return Object.hasOwn(quirkTable, name)
}
