import { describeError } from '../../describeError.ts'
import { type CheckResult, found, notChecked, passed } from '../finding.ts'
import { type Answer, request } from '../request.ts'
import type { Setup } from '../setup.ts'
import { vendorUrl } from '../vendors.ts'

/** Difference that does no harm, beside the second that the header is rounded to. */
const toleranceMs = 30_000

/** Compares this machine's clock with the vendor's. */
export async function checkClock({ account, now }: Setup): Promise<CheckResult> {
  if (!account) return notChecked('The clock: the configuration keeps the vendor’s address to itself.')
  const before = now()
  let answer: Answer
  try {
    answer = await request(new URL(vendorUrl(account)), { fetch: account.fetch })
  } catch (error) {
    return notChecked(`The clock: the vendor did not respond (${describeError(error)}).`)
  }
  const theirs = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(theirs)) return notChecked('The clock: the vendor sends no time.')
  const halfwayMs = (now() - before) / 2
  const differenceMs = before + halfwayMs - theirs
  if (Math.abs(differenceMs) <= toleranceMs + halfwayMs) return passed
  return found({
    code: 'clock-off',
    what: `The clock of this machine is ${Math.round(Math.abs(differenceMs) / 1000)} s ${differenceMs > 0 ? 'ahead of' : 'behind'} the vendor's.`,
    why: 'Links and tokens seem to expire too early or too late, and messages of the CRM and of the vendor mix up their order.',
    fix: 'Let the machine keep its clock by NTP, e.g. with timedatectl set-ntp true.',
  })
}
