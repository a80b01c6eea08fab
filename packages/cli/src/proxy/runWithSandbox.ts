import type { RequestListener } from 'node:http'
import { createChatProxy, isLoopback, wazzupV2 } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { CliError, UsageError } from '../errors.ts'
import { allowLoopbackPages } from './allowLoopbackPages.ts'
import { findFramework } from './findFramework.ts'
import type { RunParameters } from './runConfigured.ts'
import { servePages } from './servePages.ts'
import { notFound, startProxy } from './startProxy.ts'
import { toWelcome } from './toWelcome.ts'

/** The user whom everybody on this machine is. */
const demoUser = { id: 'demo', name: 'Demo User' }

/** Runs a sandbox and a proxy in front of it, for this machine only, until they are asked to stop. @returns the exit code */
export async function runWithSandbox({
  shell,
  host,
  port,
  sandboxPort,
  pages,
  drainMs,
}: Omit<RunParameters, 'metrics'> & { sandboxPort: number; pages: string | undefined }): Promise<number> {
  refuseProduction(shell.env.NODE_ENV)
  refusePublicHost(host)
  const handlePage = pages === undefined ? notFound : await servePages(pages)
  const stopped = shell.untilStopped()
  const sandbox = await startSandbox(sandboxPort)
  try {
    const chat = createChatProxy({
      backend: wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
      identify: (request) => (isLoopback(new URL(request.url).hostname) ? demoUser : null),
      authorizeChats: () => true,
      authorizeRecipient: () => true,
    })
    const handler = toNode(chat)
    const handleChat = allowLoopbackPages((request, response) =>
      handler(request, response, () => notFound(request, response)),
    )
    const isChat = new RegExp(`^${chat.basePath}(/|\\?|$)`)
    const handle: RequestListener = (request, response) =>
      isChat.test(request.url ?? '') ? handleChat(request, response) : handlePage(request, response)
    const proxy = await startProxy({ chat, handle, host, port })
    shell.print(
      toWelcome({
        proxyUrl: `${proxy.url}${chat.basePath}`,
        sandboxUrl: sandbox.url,
        user: demoUser.name,
        pages,
        framework: await findFramework(process.cwd()),
      }),
    )
    await stopped
    await proxy.stop({ drainMs: Math.min(drainMs, 1_000) }) // There is no other process that pages could move to.
  } finally {
    await sandbox.close()
  }
  return 0
}

/** @throws {CliError} where real customers are */
function refuseProduction(environment = ''): void {
  if (!/^\s*prod(uction)?\s*$/i.test(environment)) return
  throw new CliError(
    'NODE_ENV says that this is production, and proxy --sandbox has a user without a password. Use --config <file>.',
  )
}

/** @throws {UsageError} for an address that other machines reach */
function refusePublicHost(host: string): void {
  const name = host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host
  if (isLoopback(name)) return
  throw new UsageError('proxy --sandbox listens on this machine only: --host must be 127.0.0.1, ::1 or localhost.')
}

async function startSandbox(port: number) {
  const { createSandbox, PortTakenError, SandboxError } = await importSandbox()
  try {
    return await createSandbox({ port })
  } catch (error) {
    if (error instanceof PortTakenError)
      throw new CliError(`Port ${port} is in use. Choose another one with --sandbox-port.`)
    if (error instanceof SandboxError) throw new CliError(error.message)
    throw error
  }
}

async function importSandbox() {
  try {
    return await import('crm-chat-sandbox')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new CliError('The package crm-chat-sandbox is missing. Install it: npm install --save-dev crm-chat-sandbox')
  }
}
