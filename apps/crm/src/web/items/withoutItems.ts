import type { InfiniteData } from '@tanstack/react-query'
import type { Item } from '../../api/item.ts'
import type { Page } from '../../api/page.ts'

/** A list without some of its items: of one page, or of several. Other data stay. */
export function withoutItems(data: unknown, ids: ReadonlySet<string>): unknown {
  if (isPages(data)) return { ...data, pages: data.pages.map((page) => withoutIn(page, ids)) }
  return isPage(data) ? withoutIn(data, ids) : data
}

function withoutIn(page: Page<Item>, ids: ReadonlySet<string>): Page<Item> {
  const items = page.items.filter(({ id }) => !ids.has(id))
  return { ...page, items, total: page.total - ids.size }
}

function isPages(data: unknown): data is InfiniteData<Page<Item>> {
  return typeof data === 'object' && data !== null && 'pages' in data
}

function isPage(data: unknown): data is Page<Item> {
  return typeof data === 'object' && data !== null && 'items' in data && 'total' in data
}
