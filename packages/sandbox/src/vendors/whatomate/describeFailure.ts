/** Reason for a failed message in Meta's words, which this server passes on; other texts stay as they are. */
export function describeFailure(failure: string): string {
  return sentences[failure] ?? failure
}

const sentences: Record<string, string> = {
  BAD_CONTACT: 'API error 131026: Message undeliverable',
  '24_HOURS_EXCEEDED': 'API error 131047: Re-engagement message',
  TOO_LONG_TEXT: 'API error 100: text.body is too long',
  TOO_BIG_CONTENT: 'API error 131053: Media upload error',
  MESSAGE_DOWNLOAD_CONTENT_ERROR: 'API error 131053: Media upload error',
  MESSAGE_CONTENT_CAN_NOT_BE_BLANK: 'API error 131053: Media upload error',
  MESSAGE_WRONG_CONTENT_TYPE: 'API error 131053: Media upload error',
}
