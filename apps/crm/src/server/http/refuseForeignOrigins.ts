import type { MiddlewareHandler } from 'hono'
import { answerError } from './answerError.ts'

/** Refuses requests that change something unless they come from a page of this very host. */
export const refuseForeignOrigins: MiddlewareHandler = async (context, next) => {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD' || isOwnPage(context.req.raw.headers)) return next()
  return answerError(context, {
    code: 'foreign_origin',
    message: 'This request comes from a page of another site, and is refused.',
  })
}

/** Browsers name the origin of every POST; what names none is no browser, and has no cookie that it did not bring. */
function isOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin === null || (URL.canParse(origin) && new URL(origin).host === headers.get('host'))
}
