import { type Channel, type ChannelList, channelListSchema, channelSchema } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

const shared = {
  access: 'user',
  repetition: 'safe',
  capability: 'channels',
  isOffered: ({ backend }: ProxyContext) => backend.channels !== undefined,
} as const

/** `GET /channels`: the company's accounts in the messengers. */
export const channels = defineOperation<undefined, ChannelList>({
  ...shared,
  output: channelListSchema,
  run: async ({ context, request }) => ({
    channels: await need(context.backend.channels).list({ signal: request.signal() }),
  }),
})

/** `GET /channels/:channelId`. */
export const channel = defineOperation<undefined, Channel>({
  ...shared,
  output: channelSchema,
  run: async ({ context, request, params }) => {
    const all = await need(context.backend.channels).list({ signal: request.signal() })
    const own = all.find(({ id }) => id === params.channelId)
    if (own) return own
    throw new OperationError({ code: 'not_found', message: 'There is no such channel.' })
  },
})
