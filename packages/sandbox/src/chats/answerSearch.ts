import * as z from 'zod'
import { searchMessages } from '../store/entities/searchMessages.ts'
import type { SearchResult, WindowAnswer } from './events.ts'
import { toScope, toWindowMessage } from './windowData.ts'
import { answer, parseData, type WindowRequest } from './windowRequest.ts'

const searchRequest = z.object({ query: z.string().trim().min(2).max(200) })

const pageSize = 50

/** Looks through the messages of all dialogues of a window. */
export function answerSearch(request: WindowRequest): Promise<WindowAnswer<SearchResult>> {
  return answer(async () => {
    const { query } = parseData(request, searchRequest)
    const scope = toScope(request.session.window)
    const found = await searchMessages(request.store.database, { query, scope, limit: pageSize + 1 })
    return { messages: found.slice(0, pageSize).map(toWindowMessage), hasMore: found.length > pageSize }
  })
}
