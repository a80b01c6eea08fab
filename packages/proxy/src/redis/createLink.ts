import type { Redis } from 'ioredis'
import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { ChatProxyError } from '../errors.ts'
import type { ProxyLogger } from '../logger.ts'

/** The way to Redis. */
export interface Link {
  /**
   * Runs commands. It fails after a quarter of a second, and at once while Redis is left alone.
   * @throws {ChatProxyError}
   */
  run: <Result>(commands: (client: Redis) => Promise<Result>) => Promise<Result>
  /** Calls back whenever Redis is connected or responds again. */
  onBack: (callback: () => void) => void
  close: () => void
}

/** Time for one call. */
const deadlineMs = 250

/** Failures in a row after which Redis is left alone, until a probe of its own succeeds: no caller waits for that. */
const maxFailures = 3
const probeMs = 1_000

/** Calls under way. */
const maxCalls = 10_000

/** Time between two lines in the log. */
const logMs = 60_000

/** Makes a {@link Link}. */
export function createLink({ client, clock, logger }: { client: Redis; clock: Clock; logger: ProxyLogger }): Link {
  const callbacks: (() => void)[] = []
  let failures = 0
  let isAway = false
  let isClosed = false
  let calls = 0
  let loggedAt = Number.NEGATIVE_INFINITY
  let cancelProbe = (): void => {}
  /** A call waits for it, within its time: a process that has just begun finds its Redis. */
  const begun = new Promise<void>((resolve) => {
    for (const name of ['ready', 'close', 'end'] as const) client.once(name, () => resolve())
  })

  function report(error: unknown): void {
    if (isClosed || clock.elapsed() - loggedAt < logMs) return
    loggedAt = clock.elapsed()
    logger.warn(
      { reason: describeError(error) },
      'Redis does not respond: this process goes on alone, and refuses webhooks and messages with an id of their own',
    )
  }

  async function attempt<Result>(commands: (client: Redis) => Promise<Result>): Promise<Result> {
    let cancel = (): void => {}
    const deadline = new Promise<never>((_, reject) => {
      cancel = clock.after(deadlineMs, () => reject(new ChatProxyError(`No response within ${deadlineMs} ms.`)))
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
    if (isAway || isClosed) return
    isAway = true
    scheduleProbe()
  }

  function scheduleProbe(): void {
    cancelProbe = clock.after(probeMs, () => void probe())
  }

  async function probe(): Promise<void> {
    cancelProbe()
    try {
      await attempt((own) => own.ping())
    } catch (error) {
      report(error)
      if (isAway && !isClosed) scheduleProbe()
      return
    }
    if (isClosed) return
    isAway = false
    failures = 0
    for (const callback of callbacks) callback()
  }

  client.on('error', report)
  client.on('ready', () => void probe())

  return {
    run: async (commands) => {
      if (isAway || isClosed || calls >= maxCalls) throw new ChatProxyError('Redis does not respond.')
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
    },
    onBack: (callback) => callbacks.push(callback),
    close: () => {
      isClosed = true
      cancelProbe()
    },
  }
}
