import type { DefaultEventsMap, Namespace } from 'socket.io'
import type * as z from 'zod'
import { createQueue } from '../../store/createQueue.ts'
import { describeIssues } from '../../store/input/describeIssues.ts'
import type { Account, Accounts } from '../account.ts'
import { type AnySocket, fromSocketIo, sendToSocket } from '../faults/sendToSocket.ts'
import { unknownKey } from '../routes/explainUnauthorized.ts'
import { followSocket } from '../sockets/followSocket.ts'
import { createExpiries } from './createExpiries.ts'

/** Protocol of one API's counter. */
export interface CounterDialect {
  /** Operation that fault rules can name. */
  operation: string
  /** Event that the client sends on every connect. */
  helloEvent: string
  /** Validates the data of that event. */
  readHello: (data: unknown) => z.ZodSafeParseResult<{ apiKey: string; userId: string }>
  /** Event with a new value. */
  valueEvent: string
  count: (account: Account, userId: string) => Promise<Record<string, unknown>>
  /** Reason for a count of 0 that one might not expect. @default none */
  explain?: (account: Account, userId: string) => Promise<string | null>
  /** Time at which the value falls without a new message, in Unix milliseconds. @default never */
  findExpiry?: (account: Account) => Promise<number | null>
}

interface Subscription {
  account: Account
  userId: string
  emitter: AnySocket
  /** The last value that was sent, as JSON. */
  sent?: string
}

type CounterEvents = Record<string, (value: Record<string, unknown>) => void>
/** The namespace of a counter. A socket has a subscription once its client has said hello. */
export type CounterNamespace = Namespace<
  DefaultEventsMap,
  CounterEvents,
  DefaultEventsMap,
  { subscription?: Subscription }
>

interface SubscribedSocket {
  id: string
  data: { subscription?: Subscription }
}

interface CounterSocket {
  emit: (event: 'error', data: { message: string }) => unknown
  disconnect: (close: boolean) => unknown
}

/**
 * Serves a counter. A hello with a key and a user subscribes to the user's value, which is sent at once and whenever it
 * changes. A wrong key closes the connection, after an `error` event with the reason.
 * @returns a function that ends it
 */
export function serveCounter({
  namespace,
  accounts,
  dialect,
}: {
  namespace: CounterNamespace
  accounts: Accounts
  dialect: CounterDialect
}): () => Promise<void> {
  const queue = createQueue() // One refresh at a time, so that an older value never overtakes a newer one.
  const refresh = (account: Account): void =>
    void queue.add(async () => {
      const count = await sendCounts({ namespace, account, dialect })
      if (count > 0) await expiries.follow(account)
    })
  const expiries = createExpiries({
    findNext: async (account) => (await dialect.findExpiry?.(account)) ?? null,
    onExpiry: refresh,
  })
  const unsubscribe = accounts.subscribe((change, account) => {
    if (change.kind === 'reset') expiries.forget(account)
    if (namespace.sockets.size > 0) refresh(account)
  })
  namespace.on('connection', (socket) => {
    const emitter = fromSocketIo(socket)
    socket.on(dialect.helloEvent, (data: unknown) => {
      const hello = dialect.readHello(data)
      const account = hello.data && accounts.find(hello.data.apiKey)
      if (!account) return refuse({ socket, dialect, error: hello.error })
      const { userId } = hello.data
      socket.data = { subscription: { account, userId, emitter } }
      followSocket({ socket, account, operation: dialect.operation, userId })
      account.sockets.recordReceived(socket.id, { event: dialect.helloEvent, value: data })
      return void queue.add(async () => {
        await sendCount({ sockets: [socket], account, userId, dialect })
        await expiries.follow(account)
      })
    })
  })
  return () => {
    unsubscribe()
    expiries.close()
    return queue.close()
  }
}

/** Ends a connection, and tells the client why: an `error` event is what all versions of the client have for it. */
function refuse({
  socket,
  dialect,
  error,
}: {
  socket: CounterSocket
  dialect: CounterDialect
  error: z.ZodError | undefined
}): void {
  const message = error ? `${dialect.helloEvent}: ${describeIssues({ error, whole: 'data' })}` : unknownKey
  socket.emit('error', { message })
  socket.disconnect(true)
}

/** Sends each user's value to that user's sockets. @returns the number of sockets of the account */
async function sendCounts({
  namespace,
  account,
  dialect,
}: {
  namespace: CounterNamespace
  account: Account
  dialect: CounterDialect
}): Promise<number> {
  const sockets = [...namespace.sockets.values()].filter(({ data }) => data.subscription?.account === account)
  for (const [userId, own] of groupByUser(sockets)) await sendCount({ sockets: own, account, userId, dialect })
  return sockets.length
}

/** Sends a user's value to some sockets of the user. */
async function sendCount({
  sockets,
  account,
  userId,
  dialect,
}: {
  sockets: SubscribedSocket[]
  account: Account
  userId: string
  dialect: CounterDialect
}): Promise<void> {
  const value = await dialect.count(account, userId)
  const remark = (await dialect.explain?.(account, userId)) ?? null
  for (const { id, data } of sockets) {
    const { subscription } = data // A new hello may have replaced it meanwhile.
    if (subscription?.account !== account || subscription.userId !== userId) continue
    send(subscription, { value, dialect })
    account.sockets.setRemark(id, remark)
  }
}

function groupByUser(sockets: SubscribedSocket[]): Map<string, SubscribedSocket[]> {
  const users = new Map<string, SubscribedSocket[]>()
  for (const socket of sockets) {
    const userId = socket.data.subscription?.userId ?? ''
    const own = users.get(userId)
    if (own) own.push(socket)
    else users.set(userId, [socket])
  }
  return users
}

/** Sends a value, unless it is the one that was sent last. */
function send(
  subscription: Subscription,
  { value, dialect }: { value: Record<string, unknown>; dialect: CounterDialect },
): void {
  const text = JSON.stringify(value)
  if (subscription.sent === text) return
  subscription.sent = text
  const { account, userId, emitter } = subscription
  const { operation, valueEvent } = dialect
  sendToSocket({ socket: emitter, account, operation, event: valueEvent, value, data: { userId } })
}
