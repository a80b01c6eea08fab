import { mkdirSync } from 'node:fs'
import { type Demo, startDemo } from './demo.ts'
import { isPortFree, portFrom } from './ports.ts'

const servers = [
  { name: 'PORT', server: 'the CRM', fallback: 3000 },
  { name: 'SANDBOX_PORT', server: 'the sandbox', fallback: 4010 },
]

await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})

async function start(): Promise<void> {
  const [crmPort = 0, sandboxPort = 0] = await Promise.all(servers.map(freePort))
  mkdirSync('.data', { recursive: true })
  const demo = await startDemo({
    apiKey: process.env.WAZZUP_API_KEY || 'sandbox_wazzup',
    crmPort,
    sandboxPort,
    dataFolder: '.data',
    onLine: (server, line) => {
      if (process.env.LOG_LEVEL || !line.startsWith('{')) console.log(`[${server}] ${line}`)
    },
  })
  console.log(welcome(demo))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => demo.stop().then(() => process.exit(0)))
  await Promise.race([demo.crm.exited, demo.sandbox.exited])
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

function welcome({ crm, sandbox }: Demo): string {
  return `
  CRM       ${crm.url}
            Log in as Ann Reyes or Ben Okafor: one button each, no password.
  Sandbox   ${sandbox.url}/_sandbox
            Emulates Wazzup: write as a customer on its phone, and inspect every request from the CRM.
            The API key never leaves these two servers.

  Try this: log in as Ann, write to her from the phone or in another terminal, and watch the badge next to "Chats":

  curl ${sandbox.url}/_sandbox/simulate/message -H 'content-type: application/json' \\
    -d '{"chatType":"whatsapp","chatId":"79998887766","text":"Hello! Is my order ready?"}'

  Ctrl+C stops both.
`
}
