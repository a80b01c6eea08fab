import { VendorAuthError } from '../errors.ts'
import { parseTime } from '../parseTime.ts'
import { retryAfterOutage } from '../unanswered/retryAfterOutage.ts'
import { toOutageCode } from '../unanswered/toOutageCode.ts'
import type { CounterOutage, CounterOutageDetails } from '../unanswered/unansweredValue.ts'
import type { WhatomateClient } from './client.ts'
import type { LiveEvent } from './liveEvents.ts'
import { reconcileChats } from './reconcileChats.ts'
import type { UnansweredChats } from './unansweredChats.ts'
import { watchEvents } from './watchEvents.ts'

/** Parameters of {@link followChats}. */
export interface Following {
  client: WhatomateClient
  chats: UnansweredChats
  onChange: () => void
  /** Everything has been read. */
  onUpToDate: () => void
  onOutage: (outage: CounterOutage, details: CounterOutageDetails) => void
}

/** Keeps the conversations up to date: by the live socket, and by reading everything after each connect. */
export function followChats(following: Following): () => void {
  const { client, chats, onChange, onOutage } = following
  let connection = new AbortController()
  const end = watchEvents(client, {
    onEvent(event) {
      if (takeIn({ event, chats, now: client.http.clock.now() })) onChange()
    },
    onConnected() {
      connection = new AbortController()
      void reconcileAgainAndAgain({ ...following, signal: connection.signal })
    },
    onOutage(outage, details) {
      connection.abort()
      onOutage(outage, details)
    },
  })
  return () => {
    connection.abort()
    end()
  }
}

/** Records a message. @returns whether the event was one. */
function takeIn({ event, chats, now }: { event: LiveEvent; chats: UnansweredChats; now: number }): boolean {
  if (event.type !== 'new_message' || event.message.message_type === 'reaction') return false
  const { contact_id, direction, created_at } = event.message
  const atMs = parseTime(created_at) ?? now
  chats.set(contact_id, { waiting: direction === 'incoming', atMs, assignedUserId: event.assigned_user_id })
  return true
}

/** Slow readers lose events silently, and assignments have no event: everything is read again at this interval. */
const reconcileEveryMs = 5 * 60_000

async function reconcileAgainAndAgain({
  client,
  chats,
  signal,
  onUpToDate,
  onOutage,
}: Following & { signal: AbortSignal }): Promise<void> {
  const { clock, random } = client.http
  for (let failures = 0; !signal.aborted; ) {
    const outage = await reconcileChats({ client, chats, signal }).then(() => undefined, toOutage)
    if (signal.aborted) return
    failures = outage === undefined ? 0 : failures + 1
    if (outage === undefined) onUpToDate()
    else onOutage(outage.outage, { code: outage.code })
    await clock.sleep(outage ? retryAfterOutage({ attempt: failures, random }) : reconcileEveryMs, signal)
  }
}

function toOutage(error: unknown): { outage: CounterOutage; code: string } {
  return { outage: error instanceof VendorAuthError ? 'refused' : 'unreachable', code: toOutageCode(error) }
}
