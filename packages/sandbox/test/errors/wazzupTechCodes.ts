import { channelReasonCases } from './channelReasons.ts'

/** The documented error for a message with both a text and a file. */
export const tooMuchContent = 'Cannot provide more than one of text, attachment or template'
/** The result of an export whose link could not be delivered. */
export const webhookFailed = 'webhook_failed'

/** Every error of the tech API that `wazzupTech.test.ts` provokes. */
export const wazzupTechCodes: string[] = [tooMuchContent, webhookFailed, ...Object.keys(channelReasonCases)]
