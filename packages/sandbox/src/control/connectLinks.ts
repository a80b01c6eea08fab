import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { answerError } from '../server/http/answerError.ts'
import { getChannel } from '../store/entities/channels.ts'
import { mintConnectLink } from '../vendors/wazzup-tech/connectLink.ts'
import { readInput } from './readInput.ts'

const requestSchema = z.strictObject({ channelId: z.string().min(1).max(100).optional() })

/** `POST /_sandbox/connect-links {channelId?}`: a link to the window that connects this channel, or a new one. */
export function connectLinks({ account, origin }: { account: Account; origin: () => string }): Hono {
  return new Hono({ strict: false }).post('/connect-links', async (context) => {
    const input = await readInput(context, requestSchema)
    if (!input.ok) return input.refusal
    const { channelId } = input.body
    if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
      return answerError(context, noSuchChannel)
    const url = await mintConnectLink({ account, origin: origin(), subject: channelId ?? 'new:' })
    return context.json({ url }, 201)
  })
}

const noSuchChannel = {
  status: 404,
  code: 'CHANNEL_NOT_FOUND',
  description: 'The account has no such channel.',
} as const
