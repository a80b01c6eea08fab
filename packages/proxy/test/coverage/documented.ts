import { wabaTiers } from '@crm-chat/vendors/wazzup-tech'

/** Fields of an event for pages, by what the vendor's documents call them. */
type Documented = Record<string, Record<string, unknown>>

/** Types of a message in V2's webhooks. @see CRM API V2, "New messages" */
export const messageTypes: Documented = {
  0: { type: 'unsupported' },
  1: { type: 'text' },
  2: { type: 'image' },
  3: { type: 'audio' },
  4: { type: 'video' },
  5: { type: 'document' },
  21: { type: 'missedCall' },
}

/** Statuses of a message in V2's webhooks. @see CRM API V2, "Outgoing message status update" */
export const messageStatuses: Documented = {
  0: { status: 'pending' },
  1: { status: 'sent' },
  2: { status: 'delivered' },
  3: { status: 'read' },
  13: { status: 'failed', code: 'NO_SUCH_ACCOUNT' },
  14: { status: 'failed', code: 'TEXT_TOO_LONG' },
  15: { status: 'failed', code: 'LINK_REFUSED' },
  17: { status: 'failed', code: 'FILE_TOO_LARGE' },
  18: { status: 'failed', code: 'SPAM' },
  19: { status: 'failed', code: 'TOO_MANY_MESSAGES' },
  21: { status: 'failed', code: 'FILE_REFUSED' },
  66: { status: 'failed', code: 'INTERNAL_ERROR' },
  99: { direction: 'incoming', status: 'received' },
}

const ofCompany = { direction: 'outgoing', status: 'sent' }

/** Authors of a message in V2's webhooks: the contract tells the company from its customer. @see CRM API V2, "New messages" */
export const authorTypes: Documented = {
  0: ofCompany,
  1: ofCompany,
  3: ofCompany,
  4: ofCompany,
  5: ofCompany,
  6: ofCompany,
  7: ofCompany,
  8: ofCompany,
  9: ofCompany,
  99: { direction: 'incoming', status: 'received' },
}

/** States of a channel in V2's webhooks. @see CRM API V2, "Channel status update" */
export const channelStates: Documented = {
  active: { state: 'active' },
  disabled: { state: 'off', reason: 'disabled' },
  phoneUnavailable: { state: 'off', reason: 'phoneunavailable' },
  qr: { state: 'connecting', reason: 'qr' },
  openElsewhere: { state: 'off', reason: 'openelsewhere' },
  notEnoughMoney: { state: 'off', reason: 'notenoughmoney' },
}

/** Reasons of a channel's status in webhooks of the tech API, which come with `init` or `disabled`. @see https://wazzup24.com/help/api/channels/ */
export const channelReasons: Documented = {
  qr: { state: 'connecting', reason: 'qr' },
  sync: { state: 'connecting', reason: 'sync' },
  wait_for_password: { state: 'connecting', reason: 'waitforpassword' },
  wait_for_code: { state: 'connecting', reason: 'waitforcode' },
  qridle: { state: 'off', reason: 'qridle' },
  openelsewhere: { state: 'off', reason: 'openelsewhere' },
  not_enough_money: { state: 'off', reason: 'notenoughmoney' },
  foreignphone: { state: 'off', reason: 'foreignphone' },
  unauthorized: { state: 'off', reason: 'unauthorized' },
  blocked: { state: 'off', reason: 'blocked' },
  rejected: { state: 'off', reason: 'rejected' },
}

/** Tiers of a WABA channel in webhooks of the tech API. @see https://wazzup24.com/help/api/channels/ */
export const channelTiers: Documented = Object.fromEntries(wabaTiers.map((tier) => [tier, { state: 'active', tier }]))

/** Statuses of an export in webhooks of the tech API. @see https://wazzup24.com/help/api/messages/ */
export const exportStatuses: Documented = { webhook_failed: { state: 'done', reason: 'webhook_failed' } }
