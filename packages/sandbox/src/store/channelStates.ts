/**
 * What a channel may be in the middle of. `init` is starting up, `sync` taking messages over; the ones after
 * `waitForCode` work no more until they are connected or paid again.
 */
export const channelStates = [
  'active',
  'init',
  'sync',
  'qr',
  'waitForPassword',
  'waitForCode',
  'qridle',
  'disabled',
  'unauthorized',
  'openElsewhere',
  'foreignPhone',
  'notEnoughMoney',
  'blocked',
  'rejected',
  'phoneUnavailable',
  'onModeration',
] as const
/** What a channel may be in the middle of. */
export type ChannelState = (typeof channelStates)[number]
