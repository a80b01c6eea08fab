/** Why a message failed, of the vendor's word for it. */
export function describeFailure(failure: string | null): string {
  if (failure === null) return 'The messenger did not say why.'
  return reasons[failure] ?? failure
}

const reasons: Record<string, string> = {
  BAD_CONTACT: 'This contact has no account in the messenger.',
  TOO_LONG_TEXT: 'The text is too long for the messenger.',
  TOO_BIG_CONTENT: 'The file is too large for the messenger.',
  BAD_LINK: 'The messenger takes no messages with such a link.',
  SPAM: 'The messenger takes it for spam.',
  '24_HOURS_EXCEEDED': 'More than 24 hours have passed since the customer wrote: only a template can be sent.',
  '7_DAYS_EXCEEDED': 'More than 7 days have passed since the customer wrote.',
}
