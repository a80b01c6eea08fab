import type { FaultRuleInput } from '../../../src/server/faults/faultRule.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'
import { describeDeliveryFault, describeRule } from './describeFault.ts'
import type { GivenRule } from './toFaultRule.ts'

/** A rule that is still in the form, in words. Its numbers may be none yet: the words follow what is typed. */
export function describeGiven({ path, body }: GivenRule): string {
  // The form makes nothing but rules, by the fields that their kinds have.
  return path === '/faults'
    ? describeRule(body as unknown as FaultRuleInput)
    : describeDeliveryFault(body as unknown as DeliveryFault)
}
