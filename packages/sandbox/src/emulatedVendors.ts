import { chatsFaultTargets } from './chats/pageFaults.ts'
import type { Face, FaultTargets } from './server/faults/fault.ts'
import type { EmulatedVendor } from './server/routes/emulatedVendor.ts'
import { wazzupTech } from './vendors/wazzup-tech/wazzupTech.ts'
import { wazzupV2 } from './vendors/wazzup-v2/wazzupV2.ts'
import { wazzupV3 } from './vendors/wazzup-v3/wazzupV3.ts'
import { whatomate } from './vendors/whatomate/whatomate.ts'

/** Every vendor the sandbox emulates. */
export const emulatedVendors: EmulatedVendor[] = [wazzupV2, wazzupV3, wazzupTech, whatomate]

/** Every HTTP API of these vendors. */
export const vendorApis = emulatedVendors.flatMap(({ apis }) => apis)

/** Every operation that fault rules can name: the vendors' requests and sockets, and the chats page. */
export const faultTargets: FaultTargets = new Map<string, Face>([
  ...vendorApis.flatMap(({ routes }) => routes.map(({ operation }): [string, Face] => [operation, 'request'])),
  ...emulatedVendors.flatMap(({ sockets }) => sockets.map((operation): [string, Face] => [operation, 'socket'])),
  ...chatsFaultTargets,
])
