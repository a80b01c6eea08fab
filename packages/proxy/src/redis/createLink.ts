import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { type Clock, every } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { ChatProxyError } from '../errors.ts'
import type { ProxyLogger } from '../logger.ts'
import { markScript } from './scripts.ts'

/** The way to Redis. */
export interface Link {
  /**
   * Runs commands. It fails after `timeoutMs`, and at once while Redis is away: nothing waits in a queue.
   * @throws {ChatProxyError}
   */
  run: <Result>(commands: (client: Redis) => Promise<Result>) => Promise<Result>
  /** Calls back whenever Redis is connected or responds again, before anything else is sent. */
  onBack: (callback: () => void) => void
  /**
   * Runs a script that takes something. Its last key is the mark and its last argument the one that this process knows: it returns
   * 0, and takes nothing, where Redis has another one. @throws {ChatProxyError} also then
   */
  take: (parameters: { script: string; keys: string[]; args: (string | number)[] }) => Promise<unknown>
  /**
   * Checks that Redis knows what was done before. It may not for a moment after it has lost its data, its connection was lost,
   * or it was away for longer than a lease: other processes tell it first what they did.
   * @throws {ChatProxyError} also while Redis is away
   */
  checkSettled: () => void
  isAway: () => boolean
  close: () => void
}

/** Failures in a row after which Redis is left alone, until a probe of its own succeeds: no caller waits for that. */
const maxFailures = 3
const probeMs = 500

/** Interval of a look at a Redis that responds: it may have been emptied, or the connection be dead. */
const lookMs = 1_000

/** Time that every process needs to come back: the longest wait before it connects, one probe or look, and some more. */
const settleMs = 1_500

/** Calls under way. */
const maxCalls = 10_000

/** Time between two lines in the log. */
const logMs = 60_000

/** Makes a {@link Link}. */
export function createLink({
  client,
  clock,
  logger,
  markKey,
  leaseMs,
  timeoutMs,
}: {
  client: Redis
  clock: Clock
  logger: ProxyLogger
  /** Key of a random value that is written once: another one tells that Redis has lost its data. */
  markKey: string
  leaseMs: number
  /** Time for one call. */
  timeoutMs: number
}): Link {
  const callbacks: (() => void)[] = []
  let failures = 0
  let awaySince: number | undefined
  let isLost = false
  let mark: string | undefined
  let settledAt = Number.NEGATIVE_INFINITY
  let isClosed = false
  let calls = 0
  let loggedAt = Number.NEGATIVE_INFINITY
  let isReported = false
  let cancelProbe = (): void => {}
  /** A call waits for it, within its time: a process that has just begun finds its Redis. */
  const begun = new Promise<void>((resolve) => {
    for (const name of ['ready', 'close', 'end'] as const) client.once(name, () => resolve())
  })

  function report(error: unknown): void {
    if (isClosed || clock.elapsed() - loggedAt < logMs) return
    loggedAt = clock.elapsed()
    isReported = true
    logger.warn(
      { reason: describeError(error) },
      'Redis does not respond: this process goes on alone, and refuses webhooks and messages with an id of their own',
    )
  }

  async function attempt<Result>(commands: (client: Redis) => Promise<Result>): Promise<Result> {
    let cancel = (): void => {}
    const deadline = new Promise<never>((_, reject) => {
      const fail = (): void => reject(new ChatProxyError(`No response within ${timeoutMs} ms.`))
      cancel = clock.after(timeoutMs, () => setImmediate(fail)) // A busy process reads what has arrived first.
    })
    return Promise.race([count(commands), deadline]).finally(() => cancel())
  }

  /** A call that is given up goes on until its connection ends. */
  async function count<Result>(commands: (client: Redis) => Promise<Result>): Promise<Result> {
    calls += 1
    try {
      await begun
      return await commands(client)
    } finally {
      calls -= 1
    }
  }

  function leaveAlone(): void {
    if (isClosed) return
    awaySince ??= clock.elapsed()
    cancelProbe()
    cancelProbe = clock.after(probeMs, () => void probe())
  }

  const readMark = (own: Redis): Promise<unknown> => own.eval(markScript, 1, markKey, randomUUID())

  async function probe(): Promise<void> {
    cancelProbe()
    try {
      welcome(String(await attempt(readMark)))
    } catch (error) {
      report(error)
      leaveAlone()
    }
  }

  /** A look that fails counts as any other call. */
  async function look(): Promise<void> {
    welcome(String(await run(readMark)))
  }

  const lookQuietly = (): void => void look().catch(() => {}) // It was reported.

  async function run<Result>(commands: (own: Redis) => Promise<Result>): Promise<Result> {
    if (awaySince !== undefined || isClosed || calls >= maxCalls) throw new ChatProxyError('Redis does not respond.')
    try {
      const result = await attempt(commands)
      failures = 0
      return result
    } catch (error) {
      report(error)
      failures += 1
      if (failures >= maxFailures) leaveAlone()
      throw new ChatProxyError(`Redis failed: ${describeError(error)}`)
    }
  }

  /** Redis responds, with the mark that it has now. */
  function welcome(found: string): void {
    if (isClosed) return
    failures = 0
    if (found === mark && awaySince === undefined) return
    const isEmptied = mark !== undefined && mark !== found
    const awayMs = mark === undefined ? 0 : clock.elapsed() - (awaySince ?? clock.elapsed())
    if (isEmptied || (isLost && mark !== undefined) || awayMs >= leaseMs) settledAt = clock.elapsed() + settleMs
    mark = found
    awaySince = undefined
    isLost = false
    announce(isEmptied)
    for (const callback of callbacks) callback()
  }

  function announce(isEmptied: boolean): void {
    if (isEmptied) logger.warn({}, 'Redis has lost its data: what this process knows is written again')
    else if (isReported) logger.info({}, 'Redis responds again')
    isReported = false
  }

  client.on('error', report)
  client.on('ready', () => void probe())
  client.on('close', () => {
    isLost = true
    leaveAlone()
  })
  const stop = every({ clock, ms: lookMs, callback: lookQuietly })

  return {
    run,
    take: async ({ script, keys, args }) => {
      const found = await run((own) => own.eval(script, keys.length + 1, ...keys, markKey, ...args, mark ?? ''))
      if (found !== 0) return found
      lookQuietly()
      throw new ChatProxyError('Redis has lost its data: other processes are heard first.')
    },
    onBack: (callback) => callbacks.push(callback),
    checkSettled: () => {
      if (awaySince !== undefined || isClosed) throw new ChatProxyError('Redis does not respond.')
      if (clock.elapsed() < settledAt)
        throw new ChatProxyError('Redis has just come back: other processes are heard first.')
    },
    isAway: () => awaySince !== undefined,
    close: () => {
      isClosed = true
      stop()
      cancelProbe()
    },
  }
}
