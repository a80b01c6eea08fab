/** Numbers of a failed message's status in V2's webhooks, by the codes that they are read as, each as a sentence. */
export const deliverySentences: Readonly<Record<string, string>> = {
  NO_SUCH_ACCOUNT: 'The customer has no account in this messenger, or has renamed it.', // 13
  TEXT_TOO_LONG: 'The text is too long.', // 14
  LINK_REFUSED: 'Instagram does not accept the link in the text.', // 15
  FILE_TOO_LARGE: 'The file has more than 50 MB.', // 17
  SPAM: 'The messenger takes the message for spam.', // 18
  TOO_MANY_MESSAGES: 'The account has sent too many messages, and sending was stopped.', // 19
  FILE_REFUSED: 'Instagram does not accept this file.', // 21
  INTERNAL_ERROR: 'Wazzup failed to send the message. Its developers are informed.', // 66
}
