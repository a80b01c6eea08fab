import { VendorAuthError } from '../errors.ts'
import type { Gate } from './createGate.ts'
import { createReport, type Report } from './createReport.ts'
import { type Outage, runInAnyProtocol } from './findProtocol.ts'
import type { KnownProtocol } from './protocol.ts'
import { retryAfterDrop, retryAfterOutage, retryAfterRefusal } from './retryAfterOutage.ts'
import type { SocketRun } from './runSocket.ts'
import { toOutageCode } from './toOutageCode.ts'
import type { WatchUnansweredParameters } from './unansweredValue.ts'

/** Parameters of {@link watchSocket}. */
export interface SocketParameters
  extends Pick<SocketRun, 'valueEvent' | 'clock' | 'onData'>,
    Pick<WatchUnansweredParameters, 'userId' | 'onOutage' | 'isUrgent'> {
  /** Sent on connect: names the account and the user. Its data are asked for before each attempt. */
  greeting: { event: string; data: () => Promise<object> }
  /** Returns the address to connect to; called before each attempt. */
  locate: (signal: AbortSignal) => string | Promise<string>
  /** Path of the host's engine.io. */
  path: string
  /** Shared by all watches of a client, as is the gate. */
  protocol: KnownProtocol
  gate: Gate
  random: () => number
  onConnected?: () => void
  /** Called after each attempt that failed and each connection that ended. */
  onEnded?: () => void
}

/**
 * Keeps a counter's socket open. The gate says when to connect; only after an outage of this user's own does the watch wait
 * by itself: up to half a second after a drop, longer after several, about a minute after a refusal.
 * @returns a function that ends the watch.
 */
export function watchSocket(parameters: SocketParameters): () => void {
  const ended = new AbortController()
  const { onOutage } = parameters
  const report = createReport((outage, details) => !ended.signal.aborted && onOutage?.(outage, details))
  void keepOpen({ ...parameters, report, signal: ended.signal })
  return () => ended.abort()
}

interface Watch extends SocketParameters {
  report: Report
  signal: AbortSignal
}

/** A connection that lasted this long was sound, even without a value. */
const soundAfterMs = 10_000

async function keepOpen(watch: Watch): Promise<void> {
  const { gate, report, clock, random, userId, isUrgent, signal } = watch
  let failures = 0
  while (!signal.aborted) {
    const pass = await gate.enter({ userId, isUrgent, signal, onClosed: report.outage })
    if (!pass) return
    let connectedAtMs: number | undefined
    const { kind: outage, code } = await connect({
      ...watch,
      onConnected() {
        connectedAtMs = clock.elapsed()
        report.reset()
        pass.connected()
        watch.onConnected?.()
      },
      onData(data) {
        failures = 0
        pass.admitted()
        watch.onData(data)
      },
    })
    if (signal.aborted) return pass.leave()
    watch.onEnded?.()
    if (connectedAtMs !== undefined && clock.elapsed() - connectedAtMs > soundAfterMs) failures = 0
    const isPaced = pass.fail({ outage, code, isShared: connectedAtMs === undefined })
    report.outage({ outage, code })
    if (isPaced) continue
    await clock.sleep(retryAfter({ outage, failures, random }), signal)
    failures += 1
  }
}

function retryAfter({
  outage,
  failures,
  random,
}: {
  outage: Outage['kind']
  failures: number
  random: () => number
}): number {
  if (outage === 'refused') return retryAfterRefusal({ random })
  return failures === 0 ? retryAfterDrop({ random }) : retryAfterOutage({ attempt: failures, random })
}

async function connect({
  locate,
  path,
  protocol,
  greeting,
  ...watch
}: Watch & Pick<SocketRun, 'onConnected'>): Promise<Outage> {
  try {
    const url = new URL(path, await locate(watch.signal))
    const data = await greeting.data()
    return await runInAnyProtocol({ ...watch, greeting: { ...greeting, data: () => data }, url, known: protocol })
  } catch (error) {
    return { kind: error instanceof VendorAuthError ? 'refused' : 'unreachable', code: toOutageCode(error) }
  }
}
