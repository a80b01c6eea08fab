const longestText = 10_000
const warnFrom = 500

interface CheckedText {
  canSend: boolean
  hint: { message: string; isProblem: boolean } | null
}

/** Checks that the text can be sent now, and returns a hint about its length or the connection. */
export function checkText({
  text,
  isLive,
  mayBeEmpty,
}: {
  text: string
  isLive: boolean
  /** A file needs no text. */
  mayBeEmpty: boolean
}): CheckedText {
  const trimmed = text.trim()
  const left = longestText - trimmed.length
  const isEmpty = trimmed === '' && !mayBeEmpty
  const canSend = isLive && !isEmpty && left >= 0
  if (left < 0) return { canSend, hint: { message: `${formatCount(-left)} too long`, isProblem: true } }
  if (!isLive && !isEmpty)
    return { canSend, hint: { message: 'You can send once you are back online.', isProblem: false } }
  if (left <= warnFrom) return { canSend, hint: { message: `${formatCount(left)} left`, isProblem: false } }
  return { canSend, hint: null }
}

function formatCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'}`
}
