import type { Channel as V2Channel } from '@crm-chat/vendors/wazzup-v2'
import type { Channel } from '../../store/schema.ts'

/** A channel as API V2 tells of it. */
export function toV2Channel({ channelId, transport, plainId, state }: Channel): V2Channel {
  return { channelId, transport, plainId, state }
}
