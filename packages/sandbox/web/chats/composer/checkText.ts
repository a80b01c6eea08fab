/** The longest text a message may have. */
const longestText = 10_000
const warnFrom = 500

interface CheckedText {
  canSend: boolean
  hint: { message: string; isProblem: boolean } | null
}

/** Whether what is in the composer can be sent now, and what there is to say about it. */
export function checkText({
  text,
  isLive,
  mayBeEmpty,
}: {
  text: string
  isLive: boolean
  /** A file needs no words. */
  mayBeEmpty: boolean
}): CheckedText {
  const trimmed = text.trim()
  const left = longestText - trimmed.length
  const isEmpty = trimmed === '' && !mayBeEmpty
  const canSend = isLive && !isEmpty && left >= 0
  if (left < 0) return { canSend, hint: { message: `${formatCount(-left)} too long to send`, isProblem: true } }
  if (!isLive && !isEmpty)
    return { canSend, hint: { message: 'You can send when the connection is back.', isProblem: false } }
  if (left <= warnFrom) return { canSend, hint: { message: `${formatCount(left)} left`, isProblem: false } }
  return { canSend, hint: null }
}

function formatCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'}`
}
