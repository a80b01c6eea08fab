import type { Channel, ChannelState } from '@crm-chat/protocol'
import { chatTypesByTransport } from '@crm-chat/vendors/wazzup-v3'
import { defined } from '../backends/defined.ts'
import { findRules } from './channelRules.ts'

/** A channel as Wazzup’s APIs and webhooks describe it. */
export interface VendorChannel {
  id: string
  transport: string
  account?: string | null | undefined
  name?: string | null | undefined
  /** The vendor's word for its state, in any spelling. */
  state: string
  /** The vendor's word for the reason, where there is one of its own. */
  reason?: string | undefined
  tier?: string | undefined
  tariff?: string | undefined
}

/** Somebody is connecting it, or has a step to do. */
const connecting = ['init', 'sync', 'qr', 'waitforpassword', 'waitforcode', 'onmoderation']

/** Turns a channel of any of Wazzup's APIs into one of the contract. */
export function toChannel({ id, transport, account, name, state, reason, tier, tariff }: VendorChannel): Channel {
  const word = toWord(reason ?? state)
  const own = toState(toWord(state))
  return {
    id,
    transport,
    ...defined({ chatType: toChatType(transport), account: account ?? undefined, name: name || undefined }),
    state: own,
    ...(own === 'active' ? {} : { reason: word }),
    ...defined({ tier, tariff, rules: findRules(transport) }),
  }
}

/** Brings a word into one spelling: Wazzup's pages differ in capitals and underscores. */
export function toWord(word: string): string {
  return word.toLowerCase().replaceAll('_', '')
}

function toState(word: string): ChannelState {
  if (word === 'active') return 'active'
  return connecting.includes(word) ? 'connecting' : 'off'
}

const chatTypes = new Map<string, Channel['chatType']>([
  ...Object.entries(chatTypesByTransport),
  ['instapi', 'instagram'],
])

function toChatType(transport: string): Channel['chatType'] {
  return chatTypes.get(transport.toLowerCase())
}
