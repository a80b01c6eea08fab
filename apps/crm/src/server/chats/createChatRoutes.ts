import { Hono } from 'hono'
import { chatLookupQuerySchema, newContactOfChatSchema } from '../../api/chat.ts'
import { readBody } from '../http/readBody.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { addContactOfChat } from './addContactOfChat.ts'
import { lookUpChat } from './lookUpChat.ts'

/** Creates the routes that lead from a chat to its contact. */
export function createChatRoutes(store: SessionStore): Hono<UserVariables> {
  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/lookup', async (context) => {
      const chat = readQuery(context, chatLookupQuerySchema)
      return context.json(await lookUpChat(store.database, { user: context.var.user, chat }))
    })
    .post('/contacts', async (context) => {
      const chat = await readBody(context, newContactOfChatSchema)
      return context.json(await addContactOfChat(store, { user: context.var.user, chat }), 201)
    })
}
