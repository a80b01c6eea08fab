import type { OwnConnection } from './ownConnection.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Tells the other tabs what comes, until the connection ends or another tab has taken over. */
export async function leadTabs({ channel, own }: { channel: BroadcastChannel; own: OwnConnection }): Promise<void> {
  const from = crypto.randomUUID()
  const tell = (): void => channel.postMessage({ kind: 'tell', from, event: own.latest() } satisfies TabMessage)
  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const message = parseTabMessage(data)
    if (message?.kind === 'ask') tell()
    if (message?.kind === 'tell' && message.from !== from) own.stop()
  }
  channel.addEventListener('message', handleMessage)
  own.onEvent(tell)
  tell()
  await own.done
  channel.removeEventListener('message', handleMessage)
}
