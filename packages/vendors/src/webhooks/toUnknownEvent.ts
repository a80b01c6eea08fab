import type { Vendor } from '../vendor.ts'
import type { UnknownEvent } from './chatEvent.ts'

/** Keeps what no other kind fits. */
export function toUnknownEvent({ vendor, type, raw }: { vendor: Vendor; type: string; raw: unknown }): UnknownEvent {
  return { kind: 'unknown', vendor, type, raw }
}
