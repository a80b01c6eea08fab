import type { Hono } from 'hono'
import { dealResponseSchema } from '../../api/deal.ts'
import { toQuery } from '../../api/toQuery.ts'
import type { User } from '../../api/user.ts'

/** Parameters of {@link readResponses}. */
export interface ReadResponsesParameters {
  /** The CRM's own API. */
  api: Hono
  /** The request for a page. */
  request: Request
  user: User
}

/**
 * Reads, with the session of the request, what the requested page would begin to ask for: its responses by their path, as
 * the page writes it. A page asks for what is missing here itself.
 */
export async function readResponses({ api, request, user }: ReadResponsesParameters): Promise<Record<string, unknown>> {
  const responses: Record<string, unknown> = {}
  const headers = { cookie: request.headers.get('cookie') ?? '' }
  const read = async (path: string): Promise<unknown> => {
    const response = await api.request(path, { headers })
    if (response.ok) responses[path] = await response.json()
    return responses[path]
  }
  const { pathname, searchParams } = new URL(request.url)
  const readPage = async (): Promise<unknown> => {
    const [, kind = '', id] = pathname.split('/')
    if (id) return readCard({ kind, id: decodePart(id), read })
    const path = toListPath({ kind, user, values: Object.fromEntries(searchParams) })
    return path && read(path)
  }
  await Promise.all([read('/users'), readPage()])
  return responses
}

type Read = (path: string) => Promise<unknown>

/** A card has the activity around its item, and that of a deal has its contact. */
async function readCard({ kind, id, read }: { kind: string; id: string; read: Read }): Promise<void> {
  const readItem = (items: string, itemId: string): Promise<unknown> => read(`/${items}/${encodeURIComponent(itemId)}`)
  const readActivity = (about: object): Promise<unknown> => read(`/activity${toQuery({ ...about, limit: 30 })}`)
  if (kind === 'contacts') {
    const deals = read(`/deals${toQuery({ limit: 20, contactId: id })}`)
    await Promise.all([readItem(kind, id), readActivity({ contactId: id }), deals])
  }
  if (kind === 'deals') {
    const readDeal = async (): Promise<unknown> => {
      const { data } = dealResponseSchema.safeParse(await readItem(kind, id))
      return data && readItem('contacts', data.deal.contactId)
    }
    await Promise.all([readDeal(), readActivity({ dealId: id })])
  }
}

/** The first page of a list with the filters of the page's address. */
function toListPath({
  kind,
  user,
  values,
}: {
  kind: string
  user: User
  values: Record<string, string | undefined>
}): string | undefined {
  const { ownerId, status, sort, chatType } = values
  const search = values.search?.trim()
  const order = values.order === 'desc' ? 'desc' : 'asc'
  const limit = 100
  if (kind === 'contacts') {
    const waiting = values.waiting === 'true' ? true : undefined
    return `/contacts${toQuery({ limit, search, ownerId, chatType, waiting, sort: sort || 'waiting', order })}`
  }
  if (kind === 'companies') return `/companies${toQuery({ limit, search, ownerId, sort: sort || 'name', order })}`
  if (kind === 'deals' && values.view !== 'list') return `/deals/board${toQuery({ search, ownerId, limit: 50 })}`
  if (kind === 'tasks' && status !== 'done') {
    const owner = ownerId === 'all' ? undefined : ownerId || user.id
    return `/tasks${toQuery({ limit, status: 'open', ownerId: owner, sort: 'dueAt', order: 'asc' })}`
  }
  if (kind === 'chats') return '/waiting?limit=100'
}

/** Decodes a part of a path; one that cannot be decoded is no id. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
