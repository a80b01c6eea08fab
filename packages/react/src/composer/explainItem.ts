import type { ConversationWords } from '@crm-chat/core/conversation'
import { explain } from '../conversation/format.ts'
import { isolate } from './isolate.ts'

/** A failed request. */
export interface Failed {
  reason: string | null
  code?: string | null | undefined
  /** The vendor's own sentence, in English. */
  detail?: string | null | undefined
}

/** Explains a failure in the user's language where its code is known, with the vendor's own sentence after it. */
export function explainItem({ reason, code, detail }: Failed, words: ConversationWords): string {
  return [explain(reason ?? '', code, words), detail && isolate(detail, words)].filter(Boolean).join(' ')
}
