/**
 * What the documents' examples take from the reader's own code, or from a block above. A block's own imports and constants take the
 * place of these.
 */

type Proxy = typeof import('@crm-chat/proxy')
type ReactKit = typeof import('@crm-chat/react')
type OverlayHandle = import('@crm-chat/react').OverlayHandle
type Options = import('@crm-chat/proxy').ChatProxyOptions
type Stored<Item> = { cursor: () => AsyncIterable<Item> }

// Of the packages.
declare const createChatProxy: Proxy['createChatProxy']
declare const memoryConversations: Proxy['memoryConversations']
declare const wazzupTech: Proxy['wazzupTech']
declare const ChatDialog: ReactKit['ChatDialog']
declare const ChatDrawer: ReactKit['ChatDrawer']
declare const ChatPanel: ReactKit['ChatPanel']
declare const ChatPopover: ReactKit['ChatPopover']
declare const ChatProvider: ReactKit['ChatProvider']
declare const ChatWindow: ReactKit['ChatWindow']
declare const TabBadge: ReactKit['TabBadge']
declare const UnansweredBadge: ReactKit['UnansweredBadge']
declare const requestNotifications: ReactKit['requestNotifications']
declare const chat: import('@crm-chat/proxy').ChatProxy
declare const sandbox: import('crm-chat-sandbox').Sandbox

// Of the reader's server.
declare const apiKey: string
declare const app: Record<'use' | 'all' | 'register' | 'post', (...parameters: unknown[]) => Promise<void>>
declare const authorizeChats: NonNullable<Options['authorizeChats']>
declare const backend: Options['backend']
declare const createServer: typeof import('node:http').createServer
declare const database: {
  contacts: Stored<import('@crm-chat/proxy').ContactInput>
  users: Stored<import('@crm-chat/proxy').UserInput>
}
declare const http: typeof import('node:http')
declare const identify: Options['identify']
declare const logger: import('@crm-chat/proxy').ChatLogger
declare const signal: AbortSignal
declare function isOurs(id: string): Promise<boolean>
declare function mayOpen(user: { id: string }, chats: readonly object[]): Promise<boolean>
declare function mayWrite(user: { id: string }, recipient: object): Promise<boolean>
declare function putInBucket(file: {
  bytes: Uint8Array
  name: string
  mimeType: string
}): Promise<{ url: string; expiresAt: null }>
declare function readBookmark(): Promise<number>
declare function saveBookmark(done: number): void
declare function saveEvent(event: object): Promise<void>
declare function sessionUser(source: Request | string | null): Promise<{ id: string; name: string } | null>

// Of the reader's page.
declare const badge: HTMLElement
declare const chats: { chatType: 'whatsapp'; chatId: string }[]
declare const element: HTMLElement
declare const useRef: typeof import('react').useRef
declare function Problem(props: { text: string; onRetry: () => void }): import('react').ReactNode
declare function Spinner(): import('react').ReactNode
declare function MainMenu(): import('react').ReactNode
declare function NavLink(props: { to: string; children: import('react').ReactNode }): import('react').ReactNode
declare function show(count: number): void
declare function showReason(code: string): void

// Of the reader's tests.
declare const expect: typeof import('@playwright/test').expect
declare const page: import('@playwright/test').Page
declare function Navigation(): import('react').ReactNode
declare function render(node: import('react').ReactNode): void
