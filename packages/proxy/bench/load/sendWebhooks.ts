import { nowUs } from '../process/nowUs.ts'
import { intakeChatId, intakeSecret } from '../users.ts'
import { openConnection } from './connection.ts'

let lastMessage = 0

/** Sends webhooks with a message each, of some chats by turns, one at a time on each connection. @throws for any status but 200 */
export async function sendWebhooks({
  url,
  count,
  chats,
  connections,
}: {
  url: string
  count: number
  chats: number
  connections: number
}): Promise<{ seconds: number }> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
  const { host } = new URL(url)
  let left = count
  const startedAt = nowUs()
  await Promise.all(
    open.map(async (connection) => {
      while (left-- > 0) {
        const { status, body } = await connection.send(writeWebhook({ host, chats }))
        if (status !== 200) throw new Error(`${url} responded with ${status}: ${body}`)
      }
    }),
  )
  const seconds = (nowUs() - startedAt) / 1_000_000
  for (const connection of open) connection.close()
  return { seconds }
}

/** An incoming message as API v3 sends it. */
function writeWebhook({ host, chats }: { host: string; chats: number }): string {
  lastMessage += 1
  const message = {
    messageId: `6a2087e2-9f1a-4d5c-8a6b-${String(lastMessage).padStart(12, '0')}`,
    channelId: '3f1f2f3a-1f7e-4a54-9f35-8f2e4a5d9c11',
    chatType: 'whatsapp',
    chatId: intakeChatId(lastMessage % chats),
    dateTime: new Date(Date.UTC(2030, 0, 1) + lastMessage).toISOString(),
    type: 'text',
    status: 'inbound',
    text: 'Hello, is the blue one still there? I would come by on Friday.',
    contact: { name: 'Sam Reed', avatarUri: 'https://store.example.com/avatar.png' },
  }
  const body = JSON.stringify({ messages: [message] })
  const head = `POST /chat/webhooks/${intakeSecret} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json`
  return `${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}
