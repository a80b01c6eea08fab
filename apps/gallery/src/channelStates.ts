import type { Channel, Session } from '@crm-chat/protocol'

/** Channels in the states that people see most. */
export const someChannels: Channel[] = [
  { id: 'c-1', transport: 'whatsapp', account: '+46 70 555 12 34', name: 'Reception', state: 'active', tariff: 'max' },
  { id: 'c-2', transport: 'wapi', account: '+46 70 555 56 78', name: 'Bookings', state: 'active', tier: 'TIER_1K' },
  { id: 'c-3', transport: 'tgapi', account: '@northdesk', state: 'connecting', reason: 'qr' },
  { id: 'c-4', transport: 'instAPI', name: 'northdesk.hotels', state: 'off', reason: 'unauthorized' },
]

/** One channel for each documented reason. */
export const everyReason: Channel[] = [
  ...['init', 'sync', 'qr', 'waitforpassword', 'waitforcode', 'onmoderation'].map((reason) =>
    toChannel('connecting', reason),
  ),
  ...['qridle', 'disabled', 'phoneunavailable', 'unauthorized', 'openelsewhere', 'foreignphone'].map((reason) =>
    toChannel('off', reason),
  ),
  ...['notenoughmoney', 'blocked', 'rejected', 'newreason'].map((reason) => toChannel('off', reason)),
]

function toChannel(state: Channel['state'], reason: string): Channel {
  const transport = ['onmoderation', 'blocked', 'rejected'].includes(reason) ? 'wapi' : 'whatsapp'
  return { id: reason, transport, name: reason, account: '+46 70 555 12 34', state, reason }
}

/** The session of a user who may do this. */
export function toSession(capabilities: string[], restricted?: string[]): Session {
  return {
    user: { id: '7', name: 'Ann Reyes' },
    vendor: 'wazzup-tech',
    chatTypes: ['whatsapp', 'telegram'],
    capabilities,
    ...(restricted && { restricted }),
    serverTime: '2026-01-02T03:04:05Z',
  }
}
