import { channelReasonCases } from './channelReasons.ts'

/** What the documents answer to a message with a text and a file. */
export const tooMuchContent = 'Cannot provide more than one of text, attachment or template'
/** The end of an export whose link could not be delivered. */
export const webhookFailed = 'webhook_failed'

/** Every error of the tech API that `wazzupTech.test.ts` brings about. */
export const wazzupTechCodes: string[] = [tooMuchContent, webhookFailed, ...Object.keys(channelReasonCases)]
