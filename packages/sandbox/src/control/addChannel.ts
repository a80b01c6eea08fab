import { Hono } from 'hono'
import * as z from 'zod'
import { createChannel } from '../messengers/channels/connectChannel.ts'
import { moveChannel } from '../messengers/channels/moveChannel.ts'
import type { Account } from '../server/account.ts'
import { type Transport, transports } from '../store/transports.ts'
import { mintConnectLink } from '../vendors/wazzup-tech/connectLink.ts'
import { readInput } from './readInput.ts'

const transportNames = Object.keys(transports) as [Transport, ...Transport[]] // Object.keys forgets what the keys are.
const requestSchema = z.strictObject({ transport: z.enum(transportNames), plainId: z.string().trim().min(1).max(200) })

/** `POST /_sandbox/channels {transport, plainId}`: a channel that is connected already, e.g. for a messenger that has none yet. */
export function addChannel({ account, origin }: { account: Account; origin: () => string }): Hono {
  const { store } = account
  return new Hono({ strict: false }).post('/channels', async (context) => {
    const input = await readInput(context, requestSchema)
    if (!input.ok) return input.refusal
    const toUrl = (subject: string): Promise<string> => mintConnectLink({ account, origin: origin(), subject })
    const { channelId, transport, plainId } = await createChannel(store, { ...input.body, toUrl })
    await moveChannel(store, { channelId, state: 'active' })
    return context.json({ channel: { channelId, transport, plainId, state: 'active' } }, 201)
  })
}
