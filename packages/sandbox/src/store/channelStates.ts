/**
 * States of a channel. `init` is starting up, `sync` is importing messages; channels in a state after `waitForCode`
 * do not work until they are reconnected or paid for.
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
/** The state of a channel. */
export type ChannelState = (typeof channelStates)[number]
