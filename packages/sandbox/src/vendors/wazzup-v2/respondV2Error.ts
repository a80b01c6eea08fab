import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'
import { type Refusal, respondError } from '../../server/http/respondError.ts'
import { spellCode } from '../../server/quirks/spellCode.ts'

/** Responds with an error of V2: `{error: {code, description}}`, or the form of a quirk. */
export function respondV2Error({
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
