import { and, asc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { requestDeal } from '../messengers/crmRequests/requestDeal.ts'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { contactChats, dealContacts, deals, users } from '../store/schema.ts'
import type { WindowAnswer, WindowDeal } from './events.ts'
import { answer, parseRequest, type WindowRequest } from './windowRequest.ts'

const dealsRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

/** Gives a window the deals with the person of one of its chats. */
export function answerDeals(request: WindowRequest): Promise<WindowAnswer<WindowDeal[]>> {
  return answer(async () => {
    const { chatType, chatId } = await parseRequest(request, dealsRequest)
    return request.store.database
      .selectDistinct({
        id: deals.id,
        name: deals.name,
        link: deals.uri,
        closed: deals.closed,
        responsibleUserName: users.name,
      })
      .from(deals)
      .innerJoin(dealContacts, eq(dealContacts.dealId, deals.id))
      .innerJoin(contactChats, eq(contactChats.contactId, dealContacts.contactId))
      .leftJoin(users, eq(users.id, deals.responsibleUserId))
      .where(and(eq(contactChats.chatType, chatType), eq(contactChats.chatId, chatId)))
      .orderBy(asc(deals.closed), asc(deals.name))
  })
}

/** Asks the CRM for a new deal with the person of a chat, by webhook. */
export function answerCreateDeal(request: WindowRequest): Promise<WindowAnswer<null>> {
  return answer(async () => {
    const chat = await parseRequest(request, dealsRequest)
    await requestDeal(request.store, { chat, userId: request.session.window.user.id })
    return null
  })
}
