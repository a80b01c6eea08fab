import type { ConnectionEvent } from '../unanswered/connection.ts'
import type { OwnConnection } from './ownConnection.ts'
import type { TabMessage } from './tabMessage.ts'

/** Parameters of {@link leadTabs}. */
export interface LeadTabsParameters {
  channel: BroadcastChannel
  own: OwnConnection
  /** Time at which this tab took over. */
  lead: number
}

/** Sends each event to the other tabs, until the connection ends or another tab has taken over. */
export async function leadTabs({ channel, own, lead }: LeadTabsParameters): Promise<void> {
  const update = (event: ConnectionEvent | null = own.latest()): void =>
    channel.postMessage({ kind: 'update', lead, event } satisfies TabMessage)
  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const { kind, lead: other } = Object(data)
    if (kind === 'update' && Number.isFinite(other) && other >= lead) own.stop()
    else if (kind === 'update' || kind === 'request') update() // Or a suspended tab does not know that it was replaced.
  }
  channel.addEventListener('message', handleMessage)
  own.onEvent(update)
  update()
  await own.done
  channel.removeEventListener('message', handleMessage)
}
