/** Explains the vendor's code for a failed message. */
export function describeFailure(failure: string | null): string {
  if (failure === null) return 'The messenger gave no reason.'
  return reasons[failure] ?? failure
}

const reasons: Record<string, string> = {
  BAD_CONTACT: 'This contact has no account in the messenger.',
  TOO_LONG_TEXT: 'The text is too long for the messenger.',
  TOO_BIG_CONTENT: 'The file is too large for the messenger.',
  BAD_LINK: 'The messenger does not allow this link.',
  SPAM: 'The messenger flagged it as spam.',
  '24_HOURS_EXCEEDED': 'The customer last wrote more than 24 hours ago. Send a template instead.',
  '7_DAYS_EXCEEDED': 'The customer last wrote more than 7 days ago.',
}
