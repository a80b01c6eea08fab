import { InvalidAnswerError } from '../errors.ts'
import { paginate } from './paginate.ts'

/** One page of a list. */
export interface Page<Item> {
  items: Item[]
  /** Number of items in the whole list, if the vendor sends it. */
  total?: number | undefined
}

/** Parameters of {@link paginateByOffset}. */
export interface OffsetPagination<Item> {
  /** @default 0 */
  offset?: number | undefined
  /** Items of a full page. */
  size: number
  fetchPage: (offset: number) => Promise<Page<Item>>
}

/**
 * Walks through a list whose pages begin at an offset. A repeated page, from a server that ignores the offset,
 * ends the list.
 * @throws {InvalidAnswerError} if a page is repeated although more items should follow.
 */
export function paginateByOffset<Item>({ offset = 0, size, fetchPage }: OffsetPagination<Item>): AsyncGenerator<Item> {
  let last = ''
  return paginate({
    start: offset,
    async fetchPage(from) {
      const { items, total } = await fetchPage(from)
      const page = JSON.stringify(items)
      const repeated = items.length > 0 && page === last
      if (repeated && total !== undefined) throw new InvalidAnswerError('The list repeated a page.')
      last = page
      const next = from + items.length
      const finished = total === undefined ? items.length < size : next >= total
      return { items: repeated ? [] : items, next: finished || repeated || items.length === 0 ? undefined : next }
    },
  })
}
