import { onTestFinished } from 'vitest'
import { readEvents } from './readEvents.ts'

/** A page's live stream. */
export interface Follower {
  /** Data of the events of a name that have come so far. */
  list: (name: string) => unknown[]
}

/** Opens the live stream of a user over a real connection, and waits until it is live. */
export async function followEvents({ url, cookie }: { url: string; cookie: string }): Promise<Follower> {
  const controller = new AbortController()
  onTestFinished(() => controller.abort())
  const response = await fetch(`${url}/chat/events`, { headers: { cookie }, signal: controller.signal })
  if (response.status !== 200) throw new Error(`The stream was refused with ${response.status}.`)
  const events = readEvents(response)
  const seen: { name: string; data: unknown }[] = []
  let setLive = (): void => {}
  const live = new Promise<void>((resolve) => {
    setLive = resolve
  })
  async function follow(): Promise<void> {
    for (let block = await events.next(); block !== null; block = await events.next()) {
      const [, name, data] = /^event: (\w+)\n(?:id: .*\n)?data: (.*)$/m.exec(block) ?? []
      if (name === undefined || data === undefined) continue
      seen.push({ name, data: JSON.parse(data) })
      if (name === 'unanswered') setLive()
    }
  }
  follow().catch(() => {}) // The test has ended.
  await live
  return { list: (name) => seen.filter((event) => event.name === name).map(({ data }) => data) }
}
