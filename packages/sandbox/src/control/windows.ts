import { iframeRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { Hono } from 'hono'
import * as z from 'zod'
import type { Links } from '../server/links.ts'
import { saveUser } from '../store/entities/users.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

const windowRequestSchema = z.object({ user: iframeRequestSchema.shape.user })

/**
 * `POST /_sandbox/windows {user}`: mints a link to all chats of a user, without the vendor's key. `GET /_sandbox/windows`:
 * lists the users that the CRM requested links for, the latest first.
 */
export function windows({ store, links, origin }: { store: Store; links: Links; origin: () => string }): Hono {
  return new Hono({ strict: false })
    .get('/windows', (context) => context.json({ users: links.listUsers() }))
    .post('/windows', async (context) => {
      const input = await readInput(context, windowRequestSchema)
      if (!input.ok) return input.refusal
      const user = { id: String(input.body.user.id), name: input.body.user.name }
      await saveUser(store, user)
      const token = await links.mintPreview({ user, scope: { kind: 'global' } })
      return context.json({ url: `${origin()}/chat/?token=${token}` }, 201)
    })
}
