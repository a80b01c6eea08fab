import * as z from 'zod'
import { vendorNames } from '../../store/schema.ts'
import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'

/** A rule for deliveries. The first rule that matches and is not used up applies. */
export const deliveryFaultSchema = z
  .strictObject({
    kind: z.enum(['drop', 'duplicate', 'delay', 'reorder']),
    /** A rule that is off neither counts nor applies. */
    on: z.boolean().default(true),
    /** For `delay`. */
    delayMs: z.int().positive().max(86_400_000).optional(),
    /** Only this vendor's webhooks. @default all */
    vendor: z.enum(vendorNames).optional(),
    /** Only webhooks of this event. @default all */
    event: z.string().min(1).max(100).optional(),
    /** Number of deliveries to let through first. @default 0 */
    after: z.int().nonnegative().default(0),
    /** Number of deliveries to affect. @default all */
    times: z.int().positive().optional(),
  })
  .refine(
    ({ kind, delayMs }) => (kind === 'delay') === (delayMs !== undefined),
    'delayMs is required for delay, and not allowed for other kinds',
  )
/** A rule for deliveries, with its counts. */
export type DeliveryFault = z.output<typeof deliveryFaultSchema> & { faultId: number; matches: number; hits: number }

/** The rules for the deliveries of one account. */
export interface DeliveryFaults {
  add: (fault: z.input<typeof deliveryFaultSchema>) => DeliveryFault
  /** Switches a rule on or off; it keeps its counts. @returns false when there is no such rule. */
  set: (faultId: number, on: boolean) => boolean
  /** @returns false when there is no such rule. */
  remove: (faultId: number) => boolean
  list: () => DeliveryFault[]
  clear: () => void
  /** Finds the rule for a delivery, and counts the match. */
  take: (delivery: { vendor: string; event: string }) => DeliveryFault | undefined
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Creates an empty set of rules. */
export function createDeliveryFaults(): DeliveryFaults {
  let faults: DeliveryFault[] = []
  let nextId = 1
  const { notify, subscribe } = createSubscribers()
  return {
    add({ on = true, after = 0, ...given }) {
      const fault = { ...given, on, after, faultId: nextId, matches: 0, hits: 0 }
      nextId += 1
      faults.push(fault)
      notify()
      return fault
    },
    set(faultId, on) {
      const fault = faults.find((known) => known.faultId === faultId)
      if (fault) fault.on = on
      notify()
      return fault !== undefined
    },
    remove(faultId) {
      const before = faults.length
      faults = faults.filter((known) => known.faultId !== faultId)
      notify()
      return faults.length < before
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = []
      notify()
    },
    subscribe,
    take: ({ vendor, event }) =>
      faults.find(
        (fault) =>
          fault.on &&
          (fault.vendor === undefined || fault.vendor === vendor) &&
          (fault.event === undefined || fault.event === event) &&
          count(fault),
      ),
  }
}

/** Counts a match. @returns false if the rule lets it pass */
function count(fault: DeliveryFault): boolean {
  fault.matches += 1
  if (fault.matches <= fault.after || fault.hits >= (fault.times ?? Number.POSITIVE_INFINITY)) return false
  fault.hits += 1
  return true
}
