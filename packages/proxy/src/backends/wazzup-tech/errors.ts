import { type ErrorCode, isWazzupTechError, VendorRequestError } from '@crm-chat/vendors/wazzup-tech'
import { createExplain } from '../explainEvent.ts'
import type { FindRefusal } from '../refusal.ts'
import { channelSentences } from '../wazzup/channelSentences.ts'
import { deliverySentences } from '../wazzup/deliverySentences.ts'
import { sendingRefusals } from '../wazzup/sendingRefusals.ts'
import { exportSentences, refusals } from './refusals.ts'

/** Finds what a refusal of the tech API means. It documents almost no codes: a status says the rest. */
export const findRefusal: FindRefusal = (error) => {
  for (const [code, refusal] of Object.entries(refusals)) {
    if (isWazzupTechError(error, code as ErrorCode)) return refusal // Object.entries forgets them.
  }
  if (error instanceof VendorRequestError && error.status === 404) {
    return { code: 'not_found', message: 'The vendor does not know this.' }
  }
  return undefined
}

/** Explains an event of the tech API. Its failures have the codes of API v3. */
export const explain = createExplain({
  refusals: { ...sendingRefusals, ...refusals },
  deliveries: deliverySentences,
  channels: channelSentences,
  exports: exportSentences,
})
