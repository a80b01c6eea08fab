import { heartbeatMs } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { checkSession } from '../identity/checkSession.ts'
import type { ProxyLogger } from '../logger.ts'
import type { LiveConnection } from './LiveConnection.ts'
import { stepMs, Wheel } from './Wheel.ts'

const beatSteps = heartbeatMs / stepMs

/** Time for which a peer may read nothing. */
const blockedSteps = 30_000 / stepMs

/** No stream lives for more than 15 minutes: a dead peer behind a full network buffer is not noticed otherwise. */
const lifeSteps = { least: 720_000 / stepMs, most: 900_000 / stepMs }

/** Parameters of {@link createUpkeep}. */
export interface UpkeepParameters {
  clock: Clock
  /** Names the user of a request again. @throws {OperationError} `unauthenticated` for nobody. */
  identify: (request: ChatRequest) => Promise<ChatUser>
  sessionCheckMs: number
  logger: ProxyLogger
  /** Numbers from 0 up to 1. */
  random: () => number
  /** Called before a connection is ended from this side. */
  onGone: (connection: LiveConnection) => void
  /** Called for each event that a connection is too slow for. */
  onDropped?: (() => void) | undefined
}

/** Heartbeats, session checks and ends of live connections. A failure in one connection ends it, and nothing else. */
export interface Upkeep {
  /** Begins with a connection that has its feed, and sends the current value. */
  start: (connection: LiveConnection) => void
  stop: (connection: LiveConnection) => void
  /** Sends the newest value as soon as the peer reads. */
  write: (connection: LiveConnection) => void
  /** Sends an event, or keeps it until the peer reads. A connection for which too much waits is retired. */
  push: (parameters: { connection: LiveConnection; event: Uint8Array; reconnectInMs: number }) => void
  /** Ends a connection that the page should open again after that time. It gets no more values. */
  retire: (connection: LiveConnection, reconnectInMs: number) => void
  end: (connection: LiveConnection) => void
  destroy: (connection: LiveConnection) => void
}

/** Makes an {@link Upkeep}: one timer for all connections, in which each has its turns at times of its own. */
export function createUpkeep({
  clock,
  identify,
  sessionCheckMs,
  logger,
  random,
  onGone,
  onDropped,
}: UpkeepParameters): Upkeep {
  const wheel = new Wheel<LiveConnection>({ clock, visit: (connection) => isolate(connection, visit) })
  const between = (least: number, most: number): number => Math.round(least + random() * (most - least))
  /** Between 80 and 120 % of the interval, so that checks never come all at once. */
  const nextCheck = (): number => wheel.step + Math.round((sessionCheckMs / stepMs) * (0.8 + 0.4 * random()))

  function report(error: unknown): void {
    const reason = describeError(error)
    logger.repeated({ level: 'error', fields: { reason }, message: 'a live connection failed and was ended' })
  }

  function isolate(connection: LiveConnection, task: (connection: LiveConnection) => void): void {
    try {
      task(connection)
    } catch (error) {
      report(error)
      destroy(connection)
    }
  }

  function schedule(connection: LiveConnection): void {
    const { beatAt, checkAt, endAt, blockedAt } = connection
    wheel.schedule(connection, blockedAt > 0 ? wheel.step + 1 : Math.min(beatAt, checkAt, endAt))
  }

  /** Notes that the peer does not read. Nothing is kept for it: the newest value is sent once it does. */
  function block(connection: LiveConnection): void {
    if (connection.blockedAt === 0) connection.blockedAt = wheel.step
    schedule(connection)
  }

  function write(connection: LiveConnection): void {
    if (!connection.feed || connection.isEnding) return
    if (connection.isBlocked()) {
      block(connection)
      return
    }
    connection.blockedAt = 0
    connection.deliver(connection.feed)
  }

  function visit(connection: LiveConnection): void {
    if (connection.blockedAt > 0) write(connection)
    if (connection.isEnding || isStuck(connection)) destroy(connection)
    else if (wheel.step >= connection.endAt) retire(connection, between(0, 1_000))
    else takeTurn(connection)
  }

  function isStuck({ blockedAt }: LiveConnection): boolean {
    return blockedAt > 0 && wheel.step - blockedAt >= blockedSteps
  }

  function takeTurn(connection: LiveConnection): void {
    if (wheel.step >= connection.beatAt) beat(connection)
    if (wheel.step >= connection.checkAt) check(connection)
    if (connection.feed) schedule(connection)
  }

  function beat(connection: LiveConnection): void {
    connection.beatAt = wheel.step + beatSteps
    if (connection.isBlocked()) block(connection)
    else connection.beat()
  }

  function check(connection: LiveConnection): void {
    const { feed, request } = connection
    connection.checkAt = Number.POSITIVE_INFINITY // Until this one is over.
    if (!feed) return
    const identifyAgain = async (): Promise<ChatUser> => {
      const user = await identify(request)
      if (user.id === feed.userId) connection.user = user // Roles may have changed.
      return user
    }
    void checkSession({ identify: identifyAgain, request, userId: feed.userId }).then((result) => {
      if (connection.feed !== feed || connection.isEnding) return
      connection.failedChecks = result === 'failed' ? connection.failedChecks + 1 : 0
      connection.checkAt = nextCheck()
      if (result === 'gone' || connection.failedChecks >= 2) end(connection)
      else schedule(connection)
    })
  }

  function retire(connection: LiveConnection, reconnectInMs: number): void {
    if (connection.blockedAt > 0) {
      destroy(connection)
      return
    }
    connection.isEnding = true
    wheel.schedule(connection, wheel.step + blockedSteps)
    isolate(connection, () => connection.drain(reconnectInMs))
  }

  function end(connection: LiveConnection): void {
    onGone(connection)
    isolate(connection, () => connection.end())
  }

  function destroy(connection: LiveConnection): void {
    onGone(connection)
    try {
      connection.destroy()
    } catch (error) {
      report(error)
    }
  }

  return {
    start: (connection) => {
      const { step } = wheel
      connection.beatAt = step + between(beatSteps / 2, beatSteps)
      connection.checkAt = nextCheck()
      connection.endAt =
        connection.kind === 'stream' ? step + between(lifeSteps.least, lifeSteps.most) : Number.POSITIVE_INFINITY
      schedule(connection)
      // Without waiting for the head of the response, which has just been written.
      isolate(connection, () => connection.feed && connection.deliver(connection.feed))
    },
    stop: (connection) => wheel.remove(connection),
    write: (connection) => isolate(connection, write),
    push: ({ connection, event, reconnectInMs }) =>
      isolate(connection, () => {
        if (connection.push(event)) write(connection)
        else {
          onDropped?.()
          retire(connection, reconnectInMs)
        }
      }),
    retire: (connection, reconnectInMs) => isolate(connection, () => retire(connection, reconnectInMs)),
    end,
    destroy,
  }
}
