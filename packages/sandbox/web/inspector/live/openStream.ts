import type { AccountChange } from '../../../src/control/accountEvents.ts'
import { startTimer, type Timer } from '../../ui/timers.ts'
import type { Connect } from './liveMessage.ts'

const retryMs = 3_000

/** Opens the sandbox's stream of changes. It reconnects by itself. */
export const openStream: Connect = ({ signal, onMessage }) => {
  if (signal.aborted) return
  const source = new EventSource('/_sandbox/accounts/events')
  let timer: Timer | undefined
  source.addEventListener('ready', () => onMessage({ kind: 'opened' }))
  source.addEventListener('accounts', () => onMessage({ kind: 'changed', topic: 'accounts' }))
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    const change: AccountChange = JSON.parse(data)
    onMessage({ kind: 'changed', ...change })
  })
  source.addEventListener('error', () => {
    onMessage({ kind: 'lost' })
    if (source.readyState !== EventSource.CLOSED) return
    timer ??= startTimer(() => openStream({ signal, onMessage }), retryMs) // After an error status, browsers give up.
  })
  signal.addEventListener('abort', () => {
    source.close()
    clearTimeout(timer)
  })
}
