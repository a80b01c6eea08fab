/** The longest text a message may have. */
const longestText = 10_000
const warnFrom = 500

interface CheckedText {
  canSend: boolean
  hint: { message: string; isProblem: boolean } | null
}

/** Whether a text can be sent now, and what there is to say about it. */
export function checkText({ text, isLive }: { text: string; isLive: boolean }): CheckedText {
  const trimmed = text.trim()
  const left = longestText - trimmed.length
  const canSend = isLive && trimmed !== '' && left >= 0
  if (left < 0) return { canSend, hint: { message: `${formatCount(-left)} too long to send`, isProblem: true } }
  if (!isLive && trimmed !== '')
    return { canSend, hint: { message: 'You can send when the connection is back.', isProblem: false } }
  if (left <= warnFrom) return { canSend, hint: { message: `${formatCount(left)} left`, isProblem: false } }
  return { canSend, hint: null }
}

function formatCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'}`
}
