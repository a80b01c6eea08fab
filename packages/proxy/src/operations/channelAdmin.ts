import {
  type ChannelCode,
  type ChannelLinkRequest,
  type ChannelReinit,
  type ChannelRequest,
  type ChannelResponse,
  channelCodeSchema,
  channelLinkRequestSchema,
  channelReinitSchema,
  channelRequestSchema,
  channelResponseSchema,
  type PairingCode,
  type PairingRequest,
  pairingCodeSchema,
  pairingRequestSchema,
  type WindowLink,
  windowLinkSchema,
} from '@crm-chat/protocol'
import type { BackendChannelAdmin } from '../backend.ts'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import { readQuery } from '../http/readQuery.ts'
import { toSafeLink } from '../links/toSafeLink.ts'
import { toWindowLink } from '../links/toWindowLink.ts'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

const shared = { access: 'admin', feature: 'channelAdmin', capability: 'channelAdmin' } as const

function offers(name: keyof BackendChannelAdmin) {
  return ({ backend }: ProxyContext): boolean => backend.channelAdmin?.[name] !== undefined
}

/** `POST /channels`: its next steps come as `channel` events. */
export const createChannel = defineOperation<ChannelRequest, ChannelResponse>({
  ...shared,
  repetition: 'never',
  isOffered: offers('create'),
  input: channelRequestSchema,
  output: channelResponseSchema,
  status: 201,
  run: async ({ context, body }) => {
    context.hide(body.credentials)
    return withCheckedLink({ context, response: await need(context.backend.channelAdmin?.create)(body) })
  },
})

/** `POST /channels/link`: the vendor's own page that connects a channel. */
export const channelLink = defineOperation<ChannelLinkRequest, WindowLink>({
  ...shared,
  repetition: 'same',
  isOffered: offers('link'),
  input: channelLinkRequestSchema,
  output: windowLinkSchema,
  run: async ({ context: { backend }, body }) => {
    const { url } = await need(backend.channelAdmin?.link)(body)
    return toWindowLink({ url, backend, windows: need(backend.windows) })
  },
})

/** `POST /channels/:channelId/2fa`. */
export const verifyChannel = defineOperation<ChannelCode>({
  ...shared,
  repetition: 'never',
  isOffered: offers('verify'),
  input: channelCodeSchema,
  run: async ({ context, params: { channelId = '' }, body }) =>
    need(context.backend.channelAdmin?.verify)({ channelId, ...body }),
})

/** `POST /channels/:channelId/reinit`. */
export const reinitChannel = defineOperation<ChannelReinit, ChannelResponse>({
  ...shared,
  repetition: 'never',
  isOffered: offers('reinit'),
  input: channelReinitSchema,
  output: channelResponseSchema,
  run: async ({ context, params: { channelId = '' }, body }) => {
    context.hide(body.credentials)
    const response = await need(context.backend.channelAdmin?.reinit)({ channelId, ...body })
    return withCheckedLink({ context, response })
  },
})

/** `POST /channels/:channelId/pairing-code`. */
export const pairChannel = defineOperation<PairingRequest, PairingCode>({
  ...shared,
  repetition: 'never',
  isOffered: offers('pair'),
  input: pairingRequestSchema,
  output: pairingCodeSchema,
  run: async ({ context, params: { channelId = '' }, body }) =>
    need(context.backend.channelAdmin?.pair)({ channelId, ...body }),
})

/** `DELETE /channels/:channelId?chats=`: keeps its chats unless told `delete`. */
export const deleteChannel = defineOperation({
  ...shared,
  repetition: 'same',
  isOffered: offers('delete'),
  run: async ({ context, request, params: { channelId = '' } }) => {
    const chats = readQuery({ target: request.target, name: 'chats' }) ?? 'keep'
    if (chats !== 'keep' && chats !== 'delete')
      throw new OperationError({ code: 'invalid_request', message: 'The query "chats" is keep or delete.' })
    await need(context.backend.channelAdmin?.delete)({ channelId, chats })
  },
})

/** The address at which the owner goes on is the messenger's: it may be at any host. */
function withCheckedLink({
  context: { backend },
  response,
}: {
  context: ProxyContext
  response: ChannelResponse
}): ChannelResponse {
  return response.url === undefined ? response : { ...response, url: toSafeLink({ url: response.url, backend }).href }
}
