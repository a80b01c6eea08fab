import type { ChatClient } from '@crm-chat/core'
import type { ChannelLinkRequest, ChannelRequest, ChannelResponse, PairingCode, WindowLink } from '@crm-chat/protocol'
import { parseChannelResponse, parsePairingCode } from '@crm-chat/protocol/wire/parseChannelChanges'
import { parseWindowLink } from '@crm-chat/protocol/wire/parseWindowLink'

const pathOf = (channelId: string): string => `channels/${encodeURIComponent(channelId)}`
const done = (): null => null

/** Creates a channel. @throws {ChatError} `outcome_unknown` and `network` do not say that there is none */
export function createChannel(chat: ChatClient, body: ChannelRequest): Promise<ChannelResponse> {
  return chat.request({ operation: 'createChannel', path: 'channels', body, parse: parseChannelResponse })
}

/** Parameters of {@link reinitChannel}. */
export interface ReinitParameters extends Pick<ChannelRequest, 'credentials'> {
  channelId: string
}

/** Begins to connect a channel again. @throws {ChatError} */
export function reinitChannel(chat: ChatClient, { channelId, ...body }: ReinitParameters): Promise<ChannelResponse> {
  return chat.request({
    operation: 'reinitChannel',
    path: `${pathOf(channelId)}/reinit`,
    body,
    parse: parseChannelResponse,
  })
}

/** Makes a link to the vendor's window that connects a channel. @throws {ChatError} */
export function linkChannel(chat: ChatClient, body: ChannelLinkRequest): Promise<WindowLink> {
  return chat.request({ operation: 'channelLink', path: 'channels/link', body, parse: parseWindowLink })
}

/** Gets a code to enter on the phone with this number, in digits. @throws {ChatError} */
export function pairChannel(
  chat: ChatClient,
  { channelId, phone }: { channelId: string; phone: string },
): Promise<PairingCode> {
  const path = `${pathOf(channelId)}/pairing-code`
  return chat.request({ operation: 'pairChannel', path, body: { phone }, parse: parsePairingCode })
}

/** Hands over the second factor of a messenger. @throws {ChatError} */
export async function verifyChannel(
  chat: ChatClient,
  { channelId, code }: { channelId: string; code: string },
): Promise<void> {
  await chat.request({ operation: 'verifyChannel', path: `${pathOf(channelId)}/2fa`, body: { code }, parse: done })
}

/** Parameters of {@link deleteChannel}. */
export interface DeleteParameters {
  channelId: string
  /** `delete` deletes its chats at the vendor too. @default 'keep' */
  chats?: 'keep' | 'delete' | undefined
}

/** Deletes a channel. One that is gone already is no failure: somebody else, or an earlier attempt, has deleted it. @throws {ChatError} */
export async function deleteChannel(chat: ChatClient, { channelId, chats = 'keep' }: DeleteParameters): Promise<void> {
  try {
    const path = `${pathOf(channelId)}?chats=${chats}`
    await chat.request({ operation: 'deleteChannel', path, method: 'DELETE', parse: done })
  } catch (error) {
    if (Object(error).code !== 'not_found') throw error
  }
}
