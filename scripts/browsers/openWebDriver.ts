import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { startProgram } from './startProgram.ts'

/** A session of WebDriver. https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  /** Version of the browser. */
  version: string
  /** Sends a command with POST and resolves with its value. @throws {Error} the driver's own */
  send: (command: string, parameters: object) => Promise<unknown>
  close: () => Promise<void>
}

/** Starts a driver on a free port, and a browser through it. */
export async function openWebDriver({
  path,
  env,
  capabilities,
}: {
  path: string
  env: NodeJS.ProcessEnv
  capabilities: object
}): Promise<WebDriver> {
  const port = await findFreePort()
  const driver = await startProgram({ path, args: [`--port=${port}`, '--host=127.0.0.1'], env })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/status`).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, 50))
  const session = await request(`${url}/session`, { capabilities: { alwaysMatch: capabilities } })
  const { sessionId, capabilities: given } = session as { sessionId: string; capabilities: { browserVersion: string } }
  return {
    version: given.browserVersion,
    send: (command, parameters) => request(`${url}/session/${sessionId}/${command}`, parameters),
    close: async () => {
      await fetch(`${url}/session/${sessionId}`, { method: 'DELETE' }).catch(() => undefined) // It has ended already.
      await driver.end()
    },
  }
}

async function request(url: string, parameters: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(parameters) })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null }
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`)
  return value
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
