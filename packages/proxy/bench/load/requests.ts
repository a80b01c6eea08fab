import { cookieOf } from '../users.ts'

/** Kinds of request: of a page to the proxy, or of a server to the vendor. */
export type Kind = 'window' | 'session' | 'iframe'

/** A request that is changed in one place, to see it refused. */
export interface Changes {
  origin?: string
  cookie?: string
  body?: string
  path?: string
}

const chats = [{ chatType: 'whatsapp', chatId: '79990000001', name: 'Ann' }]
const windowBody = JSON.stringify({ scope: 'card', chats })
const iframeBody = JSON.stringify({ user: { id: 'u1', name: 'User 1' }, scope: 'card', filter: chats })

/** Body of a card whose chats the CRM does not allow. */
export const foreignCard = windowBody.replace('7999', '7000')

/** Writes a request as it goes over the wire. */
export function writeRequest({
  kind,
  host,
  user,
  changes = {},
}: {
  kind: Kind
  host: string
  user: string
  changes?: Changes
}): string {
  if (kind === 'iframe') return post({ host, path: '/v2/iframe', headers: '', body: iframeBody })
  const { origin = `http://${host}`, cookie = cookieOf(user), body = windowBody } = changes
  const page = `origin: ${origin}\r\ncookie: ${cookie}\r\n`
  if (kind === 'window') {
    return post({ host, path: changes.path ?? '/chat/window', headers: `${page}x-crm-chat: 1\r\n`, body })
  }
  return `GET ${changes.path ?? '/chat/session'} HTTP/1.1\r\nhost: ${host}\r\n${page}\r\n`
}

function post({ host, path, headers, body }: { host: string; path: string; headers: string; body: string }): string {
  const type = `content-type: application/json\r\ncontent-length: ${body.length}`
  return `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${headers}${type}\r\n\r\n${body}`
}
