import type { Unanswered } from '@crm-chat/protocol'

/** Answers, for each value of one stream, whether it is not older than those before it. */
export function createOrderFilter(): (value: Unanswered) => boolean {
  let newest = -1
  return ({ seq }) => {
    if (seq < newest) return false
    newest = seq
    return true
  }
}
