import type { RecordField } from '@crm-chat/protocol'
import type { BackendEntity } from '../backend.ts'
import { describeIssues } from '../describeIssues.ts'
import type { Connection } from './createConnection.ts'
import type { DescribeIssues } from './createGuard.ts'

/** Items of one request of every Wazzup API. */
const batchSize = 100

/** Parameters of {@link createEntity}. */
export interface EntityParameters<Client, Item, Listed, Order extends string> {
  call: Connection<Client>['call']
  /** E.g. `contact`. */
  kind: string
  save: (client: Client, items: Item[], options: { signal: AbortSignal }) => Promise<unknown>
  /** The client's names of fields that ours are called otherwise. */
  names?: Readonly<Record<string, string>>
  /** Returns the ids that were not there, where the vendor tells; an empty list otherwise. */
  remove: (client: Client, ids: string[], options: { signal: AbortSignal }) => Promise<string[]>
  /** Ids of one deletion. @default 100 */
  removeSize?: number
  list: (
    client: Client,
    options: { offset: number; signal: AbortSignal; orderBy?: Order; orderDirection?: 'asc' | 'desc' },
  ) => AsyncIterable<Listed>
  /** Fields that the vendor keeps, besides the id. */
  fields: readonly RecordField[]
  /** Fields by which the vendor sorts. */
  orders?: readonly Order[]
}

/** Makes the calls for one kind of entities from those of a vendor's client. */
export function createEntity<Client, Item extends { id: string }, Listed, Order extends string = never>({
  call,
  kind,
  save,
  names = {},
  remove,
  removeSize = batchSize,
  list,
  fields,
  orders = [],
}: EntityParameters<Client, Item, Listed, Order>): BackendEntity<Item, Listed> {
  return {
    save: {
      batchSize,
      run: async (items, { signal }) =>
        void (await call((client) => save(client, items, { signal }), describeFirst({ kind, items, names }))),
    },
    delete: {
      batchSize: removeSize,
      run: (ids, { signal }) => call((client) => remove(client, ids, { signal })),
    },
    list: {
      pageSize: batchSize,
      fields,
      ...(orders.length > 0 && { orders }),
      read: ({ offset, signal, order }) => {
        const orderBy = orders.find((name) => name === order?.by)
        const sorted = orderBy && { orderBy, orderDirection: order?.descending ? ('desc' as const) : ('asc' as const) }
        return call((client) => readPage(list(client, { offset, signal, ...sorted })))
      },
    },
  }
}

/** Reads the first page of a walk, which requests no page beyond it. */
async function readPage<Listed>(items: AsyncIterable<Listed>): Promise<Listed[]> {
  const page: Listed[] = []
  for await (const item of items) {
    page.push(item)
    if (page.length >= batchSize) break
  }
  return page
}

/** Describes the problems of the first entity that the client refuses, by its id. */
function describeFirst({
  kind,
  items,
  names,
}: {
  kind: string
  items: readonly { id: string }[]
  names: Readonly<Record<string, string>>
}): DescribeIssues {
  return (issues) => {
    const index = issues[0]?.path[0]
    const item = items[Number(index)]
    if (!item) return undefined
    const own = issues
      .filter(({ path }) => path[0] === index)
      .map((issue) => ({ ...issue, path: issue.path.slice(1).map((part) => names[String(part)] ?? part) }))
    return `In ${kind} ${item.id}: ${describeIssues(own)}.`
  }
}
