import { Agent, type IncomingMessage, request } from 'node:http'
import { chatCount, toChatId } from './fill.ts'
import type { Result } from './result.ts'
import { startCommand } from './startCommand.ts'

const connections = 16
const warmUp = 2_000
const total = 10_000

/** Measures how many messages the built command takes in a second of processor time, whatever else the machine does. */
export async function sendMany(): Promise<Result> {
  const command = await startCommand(['--no-limit'])
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  await send({ url: command.url, agent, count: warmUp })
  const before = command.cpuSeconds()
  await send({ url: command.url, agent, count: total })
  const seconds = command.cpuSeconds() - before
  agent.destroy()
  await command.stop()
  return { name: 'messages sent on one core', value: total / seconds, unit: 'a s', limit: 1_000, atMost: false }
}

async function send({ url, agent, count }: { url: string; agent: Agent; count: number }): Promise<void> {
  let left = count
  async function work(): Promise<void> {
    while (left > 0) await sendOne({ url, agent, index: left-- })
  }
  await Promise.all(Array.from({ length: connections }, work))
}

function sendOne({ url, agent, index }: { url: string; agent: Agent; index: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v2/send_message`, {
      method: 'POST',
      agent,
      headers: { authorization: 'Basic sandbox_wazzup', 'content-type': 'application/json' },
    })
    sent.on('error', reject)
    sent.on('response', (response: IncomingMessage) => {
      if (response.statusCode !== 201) return reject(new Error(`Sending was answered ${response.statusCode}.`))
      return response.resume().on('end', resolve)
    })
    sent.end(
      JSON.stringify({
        channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
        chatType: 'whatsapp',
        chatId: toChatId(index % chatCount),
        text: 'Hello',
      }),
    )
  })
}
