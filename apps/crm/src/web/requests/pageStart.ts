import type * as z from 'zod/mini'
import { type PageStart, pageStartSchema } from '../../api/pageStart.ts'

let start: PageStart | null | undefined

/** Returns the data that the server has written into the page. The pages of the dev server have none. */
export function readPageStart(): PageStart | null {
  if (start === undefined) start = parse(document.getElementById('page-start')?.textContent)
  return start
}

function parse(text: string | undefined): PageStart | null {
  return (text && pageStartSchema.safeParse(JSON.parse(text)).data) || null
}

/** Forgets what has not been used: it is another user's by now. */
export function dropPageStart(): void {
  start = null
}

/** Parameters of {@link fromPageStart}. */
export interface PageStartParameters<Body, Data> {
  /** Path of the request, below `/api`. */
  path: string
  /** Schema of the response. */
  schema: z.ZodMiniType<Body>
  /** Makes the query's data of the response. */
  toData: (body: Body) => Data
}

/** Options of a query whose data the server may have written into the page: they are used once, and count as read then. */
export function fromPageStart<Body, Data>({ path, schema, toData }: PageStartParameters<Body, Data>) {
  return {
    initialData: (): Data | undefined => {
      const { responses } = readPageStart() ?? {}
      if (!responses || !(path in responses)) return
      const { data } = schema.safeParse(responses[path])
      delete responses[path]
      return data && toData(data)
    },
    initialDataUpdatedAt: () => performance.timeOrigin,
    staleTime: staleTimeOf,
  }
}

/** Data that came with the page are not read again at once. Later, a query is read again whenever it is shown. */
function staleTimeOf({ state }: { state: { dataUpdateCount: number } }): number {
  return state.dataUpdateCount === 0 ? freshMs : 0
}

const freshMs = 30_000
