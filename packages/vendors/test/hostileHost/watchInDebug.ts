import { inspect } from 'node:util'
import { createWazzupV2 } from '../../src/wazzup-v2/createWazzupV2.ts'
import { createWazzupV3 } from '../../src/wazzup-v3/createWazzupV3.ts'

/** A process that meets each fault of the vendor with both clients, and prints everything that it can. */
// Not from the environment: Node prints that for every child process.
const [, , apiKey = '', vendorUrl = '', counterUrl = '', faults = ''] = process.argv
const patience = { timeoutMs: 3_000, retries: 0 }
const chat = { chatType: 'whatsapp' as const, chatId: '79998887766' }
const window = { user: { id: '7', name: 'Ann' }, scope: 'card' as const, filter: [chat] }

function print(thing: unknown): void {
  process.stdout.write(`${inspect(thing, { showHidden: true, depth: null, getters: true })}\n`)
}

/** Watches until an outage, or the value that only the socket sends. */
function watch(client: Pick<ReturnType<typeof createWazzupV2>, 'watchUnanswered'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.watchUnanswered({
      userId: '7',
      onValue(value) {
        print(value)
        if (value.count === 2) end()
      },
      onOutage(outage, details) {
        print({ outage, details })
        end()
      },
    })
    function end(): void {
      stop()
      resolve()
    }
  })
}

async function meet(fault: string): Promise<void> {
  const baseUrl = `${vendorUrl}/${fault}`
  const v2 = createWazzupV2({ ...patience, apiKey, baseUrl, counterUrl })
  const v3 = createWazzupV3({ ...patience, apiKey, baseUrl, integrationsUrl: baseUrl })
  const requests = [v2.createIframe(window), v3.createIframe(window), v3.fetchUnanswered('7')]
  print(
    await Promise.all(
      requests.map((request) =>
        request.then(
          () => 'a response',
          (error: unknown) => error,
        ),
      ),
    ),
  )
  await Promise.all([watch(v2), watch(v3)])
  print([v2, v3])
}

await Promise.all(faults.split(',').map(meet))
process.stdout.write('all faults were met\n')
process.exit()
