import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { respondError } from '../server/http/respondError.ts'
import { getChannel } from '../store/entities/channels.ts'
import { mintConnectLink } from '../vendors/wazzup-tech/connectLink.ts'
import { noSuchChannel } from './channels.ts'
import { readInput } from './readInput.ts'

const requestSchema = z.strictObject({ channelId: z.string().min(1).max(100).optional() })

/** `POST /_sandbox/connect-links {channelId?}`: mints a link to the page that connects this channel, or a new one. */
export function connectLinks({ account, origin }: { account: Account; origin: () => string }): Hono {
  return new Hono({ strict: false }).post('/connect-links', async (context) => {
    const input = await readInput(context, requestSchema)
    if (!input.ok) return input.refusal
    const { channelId } = input.body
    if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
      return respondError(context, noSuchChannel)
    const url = await mintConnectLink({ account, origin: origin(), subject: channelId ?? 'new:' })
    return context.json({ url }, 201)
  })
}
