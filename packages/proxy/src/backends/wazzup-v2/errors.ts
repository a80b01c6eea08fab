import { createExplain } from '../explainEvent.ts'
import { findByCode } from '../refusal.ts'
import { channelSentences } from '../wazzup/channelSentences.ts'
import { sendingRefusals } from '../wazzup/sendingRefusals.ts'
import { deliverySentences } from './sentences.ts'

/** Finds what a refusal of API V2 means. */
export const findRefusal = findByCode(sendingRefusals)

/** Explains an event of API V2. */
export const explain = createExplain({ deliveries: deliverySentences, channels: channelSentences })
