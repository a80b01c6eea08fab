import type { Context } from 'hono'
import { readPage } from './readPage.ts'

/** A page of a list, with what this server says about it. */
export function paginate<Item>(
  context: Context,
  items: Item[],
): { items: Item[]; position: { total: number; page: number; limit: number } } {
  const { page, limit } = readPage(context)
  const position = { total: items.length, page, limit }
  return { items: items.slice((page - 1) * limit, page * limit), position }
}
