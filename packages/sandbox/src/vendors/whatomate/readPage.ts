import type { Context } from 'hono'

/** Reads `page` and `limit` of a query. Invalid values silently become the defaults, as on this server. */
export function readPage(context: Context): { page: number; limit: number } {
  const page = readNumber(context.req.query('page'))
  const limit = readNumber(context.req.query('limit'))
  return { page: Math.max(page, 1), limit: limit >= 1 && limit <= 100 ? limit : 50 }
}

function readNumber(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
}
