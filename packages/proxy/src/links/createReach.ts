import type { Channel, Chat, Reachability } from '@crm-chat/protocol'
import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'

/** Time for which a list of channels is taken as it was. */
const freshMs = 60_000

/** Tells if a message to a chat would arrive; undefined where the vendor does not say, or takes longer than a link. */
export type Reach = (chat: Chat) => Reachability | undefined

/** Makes a {@link Reach}. The list of channels is read in the background: no window waits for it. */
export function createReach({ backend, clock }: { backend: Backend; clock: Clock }): Reach {
  let channels: Channel[] | undefined
  let readAt = Number.NEGATIVE_INFINITY

  function read(list: NonNullable<Backend['channels']>['list']): void {
    readAt = clock.elapsed()
    void list({ signal: new AbortController().signal }).then(
      (all) => {
        channels = all
      },
      () => {
        channels = undefined // Not known; the window opens all the same.
      },
    )
  }

  return (chat) => {
    if (!backend.channels) return undefined
    if (clock.elapsed() - readAt >= freshMs) read(backend.channels.list)
    return channels && judge({ channels, chat })
  }
}

/** Groups are chats of their messenger's own channels. */
const carriers: Partial<Record<string, string>> = {
  whatsgroup: 'whatsapp',
  telegroup: 'telegram',
  maxgroup: 'max',
}

function judge({ channels, chat: { chatType } }: { channels: Channel[]; chat: Chat }): Reachability | undefined {
  if (channels.some((channel) => channel.chatType === undefined)) return undefined // One may carry it.
  const own = channels.filter((channel) => channel.chatType === (carriers[chatType] ?? chatType))
  if (own.some(({ state }) => state === 'active')) return { ok: true }
  return { ok: false, reason: own.length > 0 ? 'channelOff' : 'noChannel' }
}
