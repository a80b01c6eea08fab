import { randomBytes } from 'node:crypto'
import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { spellCode } from '../../server/quirks/spellCode.ts'

/** Responds with an error of v3: `{status, requestId, error, description, data?}`, or the form of a quirk. */
export function respondV3Error({
  context,
  refusal,
  account,
}: {
  context: Context
  refusal: Refusal
  account: Account | undefined
}): Response {
  const isOn = (quirk: 'emptyErrors' | 'errorList' | 'nestedErrors'): boolean =>
    account?.quirks.isOn(`wazzup-v3.${quirk}`) ?? false
  const { status, description, data } = refusal
  const code = toSpelling({ code: refusal.code, account })
  if (isOn('emptyErrors')) return context.body(null, status)
  if (isOn('errorList')) return context.json({ errors: [{ code, message: description }] }, status)
  if (isOn('nestedErrors') && isFor(wazzupV3.createIframe, context)) return context.json({ error: { code } }, status)
  if (code === 'FORBIDDEN') return context.json({ error: code }, status)
  const requestId = account?.store.ids.next('request').replaceAll('-', '') ?? randomBytes(16).toString('hex')
  return context.json({ status, requestId, error: code, description, ...(data === undefined ? {} : { data }) }, status)
}

function isFor({ path }: { path: string }, { req }: Context): boolean {
  return req.path.replace(/\/$/, '') === path
}

function toSpelling({ code, account }: { code: string; account: Account | undefined }): string {
  if (!account) return code
  const { isOn } = account.quirks
  const spelt = spellCode(code, { singular: isOn('wazzup-v3.singularCodes'), plural: isOn('wazzup-v3.pluralCodes') })
  return isOn('wazzup-v3.camelCaseCodes') ? toCamelCase(spelt) : spelt
}

function toCamelCase(code: string): string {
  if (!/^[A-Z0-9_]+$/.test(code)) return code // A few codes are already in camel case.
  return code.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
