import { buildDemo } from './buildDemo.ts'
import { AlreadyRunningError, claimFolder } from './claimFolder.ts'
import { startDemo } from './demo.ts'
import { startCustomers } from './inbox/startCustomers.ts'
import { isPortFree, portFrom } from './ports.ts'
import { defaultKey, toWelcome } from './welcome.ts'

const servers = [
  { name: 'PORT', server: 'the CRM', fallback: 3000 },
  { name: 'SANDBOX_PORT', server: 'the sandbox', fallback: 4010 },
]
const dataFolder = '.data'

await start().catch((error: unknown) => {
  if (error instanceof AlreadyRunningError) return console.log(error.message)
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})

async function start(): Promise<void> {
  const apiKey = process.env.WAZZUP_API_KEY || defaultKey
  const claim = await claimFolder(dataFolder)
  const [crmPort = 0, sandboxPort = 0] = await Promise.all(servers.map(freePort))
  buildDemo()
  const demo = await startDemo({
    apiKey,
    crmPort,
    sandboxPort,
    hasWebhooks: true,
    hasInbox: true,
    dataFolder,
    onLine: (server, line) => {
      if (process.env.LOG_LEVEL || !line.startsWith('{')) console.log(`[${server}] ${line}`)
    },
  })
  claim.setUrls([demo.crm.url, demo.sandbox.url])
  const customers = startCustomers({ apiKey, sandboxUrl: demo.sandbox.url })
  console.log(toWelcome({ crmUrl: demo.crm.url, sandboxUrl: demo.sandbox.url, key: process.env.WAZZUP_API_KEY }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      customers.stop()
      void demo.stop().then(() => process.exit(0))
    })
  await Promise.race([demo.crm.exited, demo.sandbox.exited])
  customers.stop()
  await demo.stop()
  throw new Error('One of the two servers stopped unexpectedly, so the other was stopped too.')
}

async function freePort({ name, server, fallback }: (typeof servers)[number]): Promise<number> {
  const port = portFrom({ name, fallback })
  if (await isPortFree(port)) return port
  throw new Error(
    `Port ${port} for ${server} is in use. Free it, or choose another: ${name}=${port + 1} npx --yes pnpm@12 start`,
  )
}
