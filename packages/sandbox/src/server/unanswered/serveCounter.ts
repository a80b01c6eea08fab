import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import { createQueue } from '../../store/createQueue.ts'
import type { Account, Accounts } from '../account.ts'
import { fromSocketIo } from '../faults/fromSocketIo.ts'
import { sendToSocket } from '../faults/sendToSocket.ts'
import { followSocket } from '../sockets/followSocket.ts'
import { followExpiry } from './followExpiry.ts'

/** Protocol of one API's counter. */
export interface CounterDialect {
  /** Operation that faults can be for. */
  operation: string
  /** Event the client sends on every connect. */
  helloEvent: string
  /** Reads it; nothing for what makes no sense. */
  readHello: (data: unknown) => { apiKey: string; userId: string } | undefined
  /** Event with a new value. */
  valueEvent: string
  count: (account: Account, userId: string) => Promise<Record<string, unknown>>
  /** Time at which the value falls without a new message, in Unix milliseconds. @default never */
  findExpiry?: (account: Account) => Promise<number | null>
}

interface Watch {
  account?: Account
  userId?: string
  /** The last value told, as JSON. */
  told?: string
}

type CounterEvents = Record<string, (value: Record<string, unknown>) => void>
/** The namespace of a counter, with what each socket watches. */
export type CounterNamespace = Namespace<DefaultEventsMap, CounterEvents, DefaultEventsMap, Watch>
type CounterSocket = Socket<DefaultEventsMap, CounterEvents, DefaultEventsMap, Watch>

/**
 * Serves a counter: a hello with key and user is answered with a value at once and another whenever it changes. A wrong
 * key closes the connection.
 * @returns a function that ends it.
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
  const queue = createQueue() // One round at a time, so that an older value never overtakes a newer.
  const refresh = (account: Account): void =>
    void queue.add(async () => {
      if (await refreshAll({ namespace, account, dialect })) await expiries.follow(account)
    })
  const expiries = followExpiry({
    findNext: async (account) => (await dialect.findExpiry?.(account)) ?? null,
    onExpiry: refresh,
  })
  const unsubscribe = accounts.subscribe((change, account) => {
    if (change.kind === 'reset') expiries.forget(account)
    refresh(account)
  })
  namespace.on('connection', (socket) => {
    socket.on(dialect.helloEvent, (data: unknown) => {
      const hello = dialect.readHello(data)
      const account = hello && accounts.find(hello.apiKey)
      if (!account) return socket.disconnect(true)
      socket.data = { account, userId: hello.userId }
      followSocket({ socket, account, operation: dialect.operation, userId: hello.userId })
      account.sockets.recordReceived(socket.id, { event: dialect.helloEvent, value: data })
      return refresh(account)
    })
  })
  return () => {
    unsubscribe()
    expiries.close()
    return queue.close()
  }
}

/** @returns whether there is anybody to tell. */
async function refreshAll({
  namespace,
  account,
  dialect,
}: {
  namespace: CounterNamespace
  account: Account
  dialect: CounterDialect
}): Promise<boolean> {
  const sockets = [...namespace.sockets.values()].filter((socket) => socket.data.account === account)
  for (const userId of new Set(sockets.map((socket) => socket.data.userId))) {
    if (userId === undefined) continue
    const value = await dialect.count(account, userId)
    for (const socket of sockets) tell(socket, { account, userId, value, dialect })
  }
  return sockets.length > 0
}

function tell(
  socket: CounterSocket,
  {
    account,
    userId,
    value,
    dialect,
  }: { account: Account; userId: string; value: Record<string, unknown>; dialect: CounterDialect },
): void {
  const { data } = socket
  const told = JSON.stringify(value)
  if (data.account !== account || data.userId !== userId || data.told === told) return
  data.told = told
  const { operation, valueEvent } = dialect
  sendToSocket({ socket: fromSocketIo(socket), account, operation, event: valueEvent, value, data: { userId } })
}
