import { createChatProxy, wazzupV2 } from '@crm-chat/proxy'

const users = { 'session=ann': { id: '1', name: 'Ann Lee' }, 'session=bob': { id: '2', name: 'Bob Ray' } }

/** Makes the proxy as a CRM would. Nothing is set while the app is built. */
export function createChat(options) {
  return createChatProxy({
    backend: wazzupV2({ apiKey: process.env.WAZZUP_API_KEY, baseUrl: process.env.WAZZUP_URL }),
    identify: (request) => users[request.headers.get('cookie')] ?? null,
    allowedOrigins: ['https://pages.example.com'],
    limits: { lingerMs: 1 },
    ...options,
  })
}
