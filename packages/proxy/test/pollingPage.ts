/** A page that speaks Engine.IO's polling by hand, so that a test decides when it reads. */
export interface PollingPage {
  /** Fetches the waiting packets once, e.g. `42["apiV2Notify",{"counter":1}]`. */
  poll: () => Promise<string[]>
  /** Sends packets. @returns the HTTP status. */
  send: (...packets: string[]) => Promise<number>
}

const separator = '\x1e'

/** Opens a session and joins the namespace. */
export async function openPollingPage({
  url,
  headers,
}: {
  url: string
  headers: Record<string, string>
}): Promise<PollingPage> {
  const endpoint = `${url}/socket.io/?EIO=4&transport=polling`
  const opening = await (await fetch(endpoint, { headers })).text()
  const { sid } = JSON.parse(opening.slice(1))
  const session = `${endpoint}&sid=${sid}`
  const page: PollingPage = {
    poll: async () => (await (await fetch(session, { headers })).text()).split(separator),
    send: async (...packets) => {
      const body = packets.join(separator)
      return (await fetch(session, { method: 'POST', headers, body })).status
    },
  }
  await page.send('40')
  await page.poll()
  return page
}
