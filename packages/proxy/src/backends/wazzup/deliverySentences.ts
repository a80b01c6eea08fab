/** Codes of a message that was accepted and failed later, as Wazzup's webhooks name them, each as a sentence. */
export const deliverySentences: Readonly<Record<string, string>> = {
  BAD_CONTACT: 'The customer has no account in this messenger.',
  CHATID_IGSID_MISMATCH: 'The chat does not belong to this Instagram account.',
  TOO_LONG_TEXT: 'The text is too long for this messenger.',
  BAD_LINK: 'Instagram does not accept the link in the text.',
  TOO_BIG_CONTENT: 'The file is too large for this messenger.',
  SPAM: 'The messenger takes the message for spam.',
  '24_HOURS_EXCEEDED': 'The customer last wrote more than 24 hours ago: only a template can be sent.',
  '7_DAYS_EXCEEDED': 'The customer last wrote more than seven days ago.',
}
