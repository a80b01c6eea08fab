import { iframeRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { Hono } from 'hono'
import * as z from 'zod'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import type { Links } from '../server/links.ts'
import { saveUser } from '../store/entities/users.ts'
import type { Store } from '../store/store.ts'
import { notJson, refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'

const windowRequestSchema = z.object({ user: iframeRequestSchema.shape.user })

/** `POST /_sandbox/windows {user}`: a link to all chats of one member of staff, without the vendor's key. */
export function windows({ store, links, origin }: { store: Store; links: Links; origin: () => string }): Hono {
  return new Hono({ strict: false }).post('/windows', async (context) => {
    const body = await readJson(context)
    if (body === undefined) return answerError(context, notJson)
    const request = windowRequestSchema.safeParse(body)
    if (!request.success) return answerError(context, refuseBody(request.error))
    const user = { id: String(request.data.user.id), name: request.data.user.name }
    await saveUser(store, user)
    const token = await links.mint({ user, scope: { kind: 'global' } })
    return context.json({ url: `${origin()}/chat/?token=${token}` }, 201)
  })
}
