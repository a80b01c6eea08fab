import type { Unanswered } from '../unanswered.ts'
import { isNatural } from './isNatural.ts'
import { isTime } from './isTime.ts'

/** Reads a value of the counter, as {@link unansweredSchema} does; undefined for anything else. */
export function parseUnanswered(data: unknown): Unanswered | undefined {
  const { status, count, tone, epoch, seq, at } = Object(data)
  if (typeof status !== 'string' || !isNatural(epoch) || !isNatural(seq)) return
  const isLive = status === 'live'
  if (isNatural(count) && status !== 'unknown' && (tone === null || typeof tone === 'string') && isTime(at)) {
    return { status: isLive ? 'live' : 'stale', count, tone: tone === null ? tone : toTone(tone), epoch, seq, at }
  }
  if (isLive || status === 'stale' || count !== null || tone !== null || at !== null) return
  return { status: 'unknown', count, tone, epoch, seq, at }
}

/** A tone of a newer proxy counts as `grey`, so that its number is not shown as the user's own. */
function toTone(word: string): 'red' | 'grey' {
  return word === 'red' ? word : 'grey'
}
