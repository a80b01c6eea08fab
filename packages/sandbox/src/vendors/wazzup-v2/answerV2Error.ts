import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'
import { type Refusal, respondError } from '../../server/http/answerError.ts'
import { spellCode } from '../../server/quirks/spellCode.ts'

/** Answers with an error as V2 does: `{error: {code, description}}`, or as a quirk has it. */
export function answerV2Error({
  context,
  refusal,
  account,
}: {
  context: Context
  refusal: Refusal
  account: Account | undefined
}): Response {
  const isOn = (quirk: 'emptyErrors' | 'errorList' | 'flatErrors' | 'singularCodes' | 'pluralCodes'): boolean =>
    account?.quirks.isOn(`wazzup-v2.${quirk}`) ?? false
  const { status, description } = refusal
  const code = spellCode(refusal.code, { singular: isOn('singularCodes'), plural: isOn('pluralCodes') })
  if (isOn('emptyErrors')) return context.body(null, status)
  if (isOn('errorList')) return context.json({ errors: [{ code, message: description }] }, status)
  if (isOn('flatErrors')) return context.json({ error: code, description }, status)
  return respondError(context, { status, code, description })
}
