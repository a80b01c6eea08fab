import { toCurl } from './toCurl.ts'

interface ExampleParameters {
  origin: string
  apiKey: string
  channelId: string
}

/** A first request for a terminal: a message to a customer. */
export function toExample({ origin, apiKey, channelId }: ExampleParameters): string {
  const headers = { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' }
  const body = { channelId, chatType: 'whatsapp', chatId: '79998887766', text: 'Hello from curl' }
  return toCurl({ method: 'POST', path: '/v2/send_message', headers, body }, origin)
}
