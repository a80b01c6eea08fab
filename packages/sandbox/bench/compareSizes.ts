import { createSandbox, type Sandbox } from '../src/index.ts'
import { chatCount, fill, toChatId } from './fill.ts'
import { median } from './median.ts'
import type { Result } from './result.ts'

const warmUpRounds = 4
const rounds = 30
const callsARound = 20

/** Measures how much more listing and sending cost with a hundred thousand messages than with a thousand, in one run. */
export async function compareSizes(): Promise<Result[]> {
  const [small, large] = [await start(1_000), await start(100_000)]
  const results: Result[] = []
  for (const [name, call] of Object.entries(calls)) {
    const value = await compare({ small, large, call })
    results.push({ name: `${name}: 100,000 messages to 1,000`, value, unit: 'times', limit: 1.2, atMost: true })
  }
  await Promise.all([small.close(), large.close()])
  return results
}

/** Calls both by turns, and in both orders, so that whatever else the machine does meets both alike. */
async function compare({ small, large, call }: { small: Sandbox; large: Sandbox; call: Call }): Promise<number> {
  const times = new Map<Sandbox, number[]>([
    [small, []],
    [large, []],
  ])
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    for (const sandbox of round % 2 === 0 ? [small, large] : [large, small]) {
      const time = await measure({ sandbox, call, round })
      if (round >= warmUpRounds) times.get(sandbox)?.push(time)
    }
  }
  return median(times.get(large) ?? []) / median(times.get(small) ?? [])
}

async function start(messages: number): Promise<Sandbox> {
  const sandbox = await createSandbox({ port: 0, limit: false })
  await sandbox.restore(fill({ base: await sandbox.snapshot(), messages }))
  return sandbox
}

type Call = (sandbox: Sandbox, index: number) => Promise<Response>

const calls: Record<string, Call> = {
  'list a dialogue': ({ url }, index) =>
    fetch(`${url}/_sandbox/messages?chatType=whatsapp&chatId=${toChatId(index % chatCount)}&limit=10`),
  'list the dialogues': ({ url }) => fetch(`${url}/_sandbox/chats`),
  send: ({ url, apiKey }, index) =>
    fetch(`${url}/v2/send_message`, {
      method: 'POST',
      headers: { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
        chatType: 'whatsapp',
        chatId: toChatId(index % chatCount),
        text: 'Hello',
      }),
    }),
}

async function measure({ sandbox, call, round }: { sandbox: Sandbox; call: Call; round: number }): Promise<number> {
  const startedAt = performance.now()
  for (let index = 0; index < callsARound; index++) {
    const response = await call(sandbox, round * callsARound + index)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`A call of the bench was answered ${response.status}.`)
  }
  return (performance.now() - startedAt) / callsARound
}
