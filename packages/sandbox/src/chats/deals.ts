import { and, asc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { requestDeal } from '../messengers/crmRequests/requestDeal.ts'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { contactChats, dealContacts, deals, users } from '../store/schema.ts'
import type { WindowDeal, WindowResponse } from './events.ts'
import { parseRequest, respond, type WindowRequest } from './windowRequest.ts'

const dealsRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

/** Lists the deals with the contact of a chat. */
export function handleDeals(request: WindowRequest): Promise<WindowResponse<WindowDeal[]>> {
  return respond(async () => {
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

/** Requests a new deal with the contact of a chat from the CRM, by webhook. */
export function handleCreateDeal(request: WindowRequest): Promise<WindowResponse<null>> {
  return respond(async () => {
    const chat = await parseRequest(request, dealsRequest)
    await requestDeal(request.store, { chat, userId: request.session.window.user.id })
    return null
  })
}
