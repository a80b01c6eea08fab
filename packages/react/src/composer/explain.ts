import type { ComposerWords } from '@crm-chat/core/composer'
import { composerWords } from '@crm-chat/core/composer'

/** Explains a failure in the user's language where its code is known, with the vendor's own sentence after it. */
export function explain(
  {
    reason,
    code,
    detail,
  }: { reason: string | null; code?: string | null | undefined; detail?: string | null | undefined },
  { reasons }: Pick<ComposerWords, 'reasons'>,
): string {
  const known: string | undefined = isKnown(code) ? reasons[code] : undefined
  return [known ?? reason, detail].filter(Boolean).join(' ')
}

function isKnown(code: string | null | undefined): code is keyof ComposerWords['reasons'] {
  return typeof code === 'string' && Object.hasOwn(composerWords.reasons, code)
}
