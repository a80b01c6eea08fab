import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { respondError } from '../server/http/respondError.ts'
import { getChannel } from '../store/entities/channels.ts'
import { explained } from '../store/input/explainIssue.ts'
import { type Transport, transports } from '../store/transports.ts'
import { mintConnectLink } from '../vendors/wazzup-tech/connectLink.ts'
import { noSuchChannel } from './channels.ts'
import { readInput, refuseInput } from './readInput.ts'

const channelId = z.string().min(1).max(100).optional()
const requestSchema = z.strictObject({ channelId })
const transportNames = Object.keys(transports) as [Transport, ...Transport[]] // Object.keys loses the type of the keys.
const pageSchema = z.strictObject({
  account: z.string().optional(),
  channelId,
  transport: z.enum(transportNames).optional(),
})

/**
 * `POST /_sandbox/connect-links {channelId?}`: mints a link to the page that connects this channel, or a new one.
 * `GET /_sandbox/connect-page?channelId=&transport=` redirects to that page, for links that a person follows.
 */
export function connectLinks({ account, origin }: { account: Account; origin: () => string }): Hono {
  const isUnknown = async (id: string | undefined): Promise<boolean> =>
    id !== undefined && !(await getChannel(account.store.database, id))
  return new Hono({ strict: false })
    .post('/connect-links', async (context) => {
      const input = await readInput(context, requestSchema)
      if (!input.ok) return input.refusal
      const { channelId } = input.body
      if (await isUnknown(channelId)) return respondError(context, noSuchChannel)
      const url = await mintConnectLink({ account, origin: origin(), subject: channelId ?? 'new:' })
      return context.json({ url }, 201)
    })
    .get('/connect-page', async (context) => {
      const query = pageSchema.safeParse(context.req.query(), explained)
      if (!query.success) return refuseInput(context, query.error)
      const { channelId, transport = '' } = query.data
      if (await isUnknown(channelId)) return respondError(context, noSuchChannel)
      // Without an origin: the page stays on the host name that the inspector is open under.
      return context.redirect(await mintConnectLink({ account, origin: '', subject: channelId ?? `new:${transport}` }))
    })
}
