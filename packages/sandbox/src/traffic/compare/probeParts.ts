import { defineEndpoint, type Endpoint, type Vendor } from '@crm-chat/vendors/endpoints'
import { pick, pickList, pickText } from './pick.ts'
import type { GuardedRequest, Probe, ProbeRequest, Rule, SideState, Skipped } from './probe.ts'

/** An id that no message, contact or channel has. */
export const noId = '00000000-0000-0000-0000-000000000000'
/** An id that no user of a CRM has. */
export const nobody = 'crm-chat-compare-nobody'
/** A number in no country's plan. */
export const noNumber = '70000000000'
/** A field that no vendor knows. */
export const unknownField = 'crm_chat_compare'
/** Name of the contact of the number that is written to. */
export const testName = 'crm-chat'
/** Text of the messages that are sent. */
export const testText = 'A test by crm-chat. Please ignore it.'

/** Lets requests to endpoints that only read through. */
export function allow(...endpoints: Endpoint[]): Rule[] {
  return endpoints.map((endpoint) => ({ endpoint, allows: () => true }))
}

/** Lets changes of an id through that nothing has. */
export function allowNothing(...endpoints: Endpoint[]): Rule[] {
  return endpoints.map((endpoint) => ({
    endpoint,
    allows: ({ params }) => params.id === noId || params.message_id === noId,
  }))
}

/** Lets a body without any field through, which every server refuses. */
export function isEmptyObject({ body }: GuardedRequest): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0
}

/** True if a body has these fields only. */
export function hasOnly({ body }: GuardedRequest, ...names: string[]): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).every((name) => names.includes(name))
}

/** A probe that reads one item of a list which an earlier probe has read. */
export function readOne({
  title,
  endpoint,
  from,
  path,
  param,
}: {
  title: string
  endpoint: Endpoint
  /** Title of the probe that has read the list. */
  from: string
  /** Place of the id in its response. */
  path: (string | number)[]
  /** Parameter of the path that gets the id. */
  param: string
}): Probe {
  return {
    title,
    endpoint,
    build({ answer }) {
      const id = pickText(answer(from), ...path)
      return id === undefined ? { skipped: `“${from}” has no item` } : { params: { [param]: id } }
    },
  }
}

/** Probes of an endpoint with other credentials. */
export function probeKeys(endpoint: Endpoint): Probe[] {
  return [
    { title: 'Wrong key', endpoint, credential: 'wrong' },
    { title: 'No key', endpoint, credential: 'none' },
  ]
}

/** A probe of a path with a slash at its end. */
export function probeSlash(endpoint: Endpoint): Probe {
  return { title: 'Trailing slash', endpoint, build: () => ({ trailingSlash: true }) }
}

/** Describes a route that a vendor has not. */
export function describeUnknownRoute(vendor: Vendor, base: `/${string}`): Endpoint {
  return defineEndpoint({
    operation: `${vendor}.nothing`,
    method: 'GET',
    path: `${base}/crm-chat-compare`,
    summary: 'A route that does not exist',
    response: { description: 'Never successful.' },
  })
}

/** Parts of a request that were found in earlier responses. */
export type Found = Record<string, string> & { sendTo: string }

/** Fills a request from the state of a side, or gives the first reason why it cannot be. */
export function withAll(
  { answer, sendTo }: SideState,
  wanted: Record<string, { from: string; find: (answer: unknown) => string | undefined; missing: string }>,
  build: (found: Found) => ProbeRequest,
): ProbeRequest | Skipped {
  const found: Record<string, string> = {}
  for (const [name, { from, find, missing }] of Object.entries(wanted)) {
    const value = find(answer(from))
    if (value === undefined) return { skipped: missing }
    found[name] = value
  }
  return build({ ...found, sendTo: sendTo ?? '' })
}

/** Two active channels, found in the response to the probe "Channels": one of WhatsApp, and one of another messenger. */
export function describeChannels(toChannels: (answer: unknown) => unknown = (answer) => answer) {
  const find = (fits: (transport: string) => boolean) => (answer: unknown) =>
    findChannel({ channels: toChannels(answer), fits })
  return {
    channel: {
      from: 'Channels',
      find: find((transport) => transport === 'whatsapp'),
      missing: 'the account has no WhatsApp channel',
    },
    otherChannel: {
      from: 'Channels',
      find: find((transport) => !['whatsapp', 'wapi'].includes(transport)),
      missing: 'the account has no channel of another messenger',
    },
  }
}

/** Finds an active channel by its transport. */
function findChannel({
  channels,
  fits,
}: {
  channels: unknown
  fits: (transport: string) => boolean
}): string | undefined {
  const found = pickList(channels).find(
    (one) => (pick(one, 'state') ?? pick(one, 'status')) === 'active' && fits(pickText(one, 'transport') ?? ''),
  )
  return pickText(found, 'channelId') ?? pickText(found, 'channel_id')
}

/** True if a chat is the number that may be written to. */
export function isSame(chatId: unknown, sendTo: string | undefined): boolean {
  return sendTo !== undefined && chatId === sendTo
}
