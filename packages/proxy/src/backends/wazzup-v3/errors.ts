import { createExplain } from '../explainEvent.ts'
import { findByCode } from '../refusal.ts'
import { channelSentences } from '../wazzup/channelSentences.ts'
import { deliverySentences } from '../wazzup/deliverySentences.ts'
import { refusals } from './refusals.ts'

/** Finds what a refusal of API v3 means. */
export const findRefusal = findByCode(refusals)

/** Explains an event of API v3. */
export const explain = createExplain({ refusals, deliveries: deliverySentences, channels: channelSentences })
