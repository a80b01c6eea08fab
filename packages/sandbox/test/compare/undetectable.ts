import type { QuirkName } from '../../src/server/quirks/createQuirks.ts'

/** Quirks that no harmless request shows, with the reason. */
export const undetectable = {
  'wazzup-v2.uploadedUsersOnly': 'It takes a window of a user who was never uploaded, which could add that user.',
  'wazzup-v3.webhooksOkObject': 'It shows when the address of webhooks is set.',
  'wazzup-v3.longUserFields': 'It shows when a user is saved, which would change the account.',
  'wazzup-tech.webhookRetries':
    'It shows at an address that receives webhooks, and the account’s own must not be changed.',
  'whatomate.bodyTokens': 'It shows at a login with a password, and the comparison has a key only.',
  'whatomate.tokensOutliveLogout': 'It shows after a logout, which would end the session of a person.',
  'whatomate.objectReply':
    'It is in the event of a customer’s message that quotes another one: a customer has to write it.',
  'whatomate.statusRegression': 'It takes a customer’s reply between two statuses of a message.',
  'whatomate.serviceWindow': 'It takes a customer who has been silent for 24 hours.',
  'whatomate.botReads': 'It changes a number of unread messages, which is data of the account.',
  'whatomate.rateLimit': 'It takes more than 200 requests in a minute, which could stop the company’s own programs.',
  'whatomate.smallBodies': 'It takes a request of more than 4 MiB.',
  'whatomate.nullDeleted': 'It shows when a contact is deleted.',
  'whatomate.mediaLimits': 'It shows when a file is sent that is too long, or of another format.',
  'whatomate.commaParameters': 'It is within the words of an error message, which reports leave out.',
  'whatomate.silentFailures': 'It takes a message that fails.',
  'whatomate.generatedSecret': 'It shows when a webhook is created.',
} satisfies Partial<Record<QuirkName, string>>
