import { nowUs } from '../process/nowUs.ts'
import { toUser } from '../users.ts'
import { type Connection, openConnection } from './connection.ts'
import { type Kind, writeRequest } from './requests.ts'

/** Parameters of {@link sendMany}. */
export interface SendParameters {
  url: string
  kind: Kind
  count: number
  connections: number
}

/** Result of {@link sendMany}. */
export interface Sent {
  /** Of each request, in microseconds. */
  latencies: number[]
  seconds: number
}

/** So many that none meets its limit of windows in a minute, which stays as it is by default. */
const userCount = 20_000
let lastUser = 0

/** Sends requests of many users over some connections, one at a time on each. @throws for any response but a link */
export async function sendMany({ url, kind, count, connections }: SendParameters): Promise<Sent> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
  const { host } = new URL(url)
  const latencies: number[] = []
  let left = count
  async function work(connection: Connection): Promise<void> {
    while (left-- > 0) {
      const request = writeRequest({ kind, host, user: nextUser() })
      const sentAt = nowUs()
      const { status, body } = await connection.send(request)
      latencies.push(nowUs() - sentAt)
      if (status !== 200 || !body.includes('"url"')) throw new Error(`${url} answered ${status}: ${body}`)
    }
  }
  await Promise.all(open.map((connection) => connection.send(writeRequest({ kind, host, user: nextUser() }))))
  const startedAt = nowUs()
  await Promise.all(open.map(work))
  const seconds = (nowUs() - startedAt) / 1_000_000
  for (const connection of open) connection.close()
  return { latencies, seconds }
}

function nextUser(): string {
  lastUser = (lastUser + 1) % userCount
  return toUser(lastUser)
}
