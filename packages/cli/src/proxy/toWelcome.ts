/** The text that `proxy --sandbox` prints when both servers are ready. */
export function toWelcome({
  proxyUrl,
  sandboxUrl,
  user,
}: {
  proxyUrl: string
  sandboxUrl: string
  user: string
}): string {
  const { origin, pathname: path } = new URL(proxyUrl)
  return `
  Proxy     ${proxyUrl}
            Pages of this machine are signed in as ${user}, whatever their port.
  Sandbox   ${sandboxUrl}/_sandbox
            Emulates Wazzup: write as a customer on its phone, and inspect every request from the proxy.

  In your project, e.g. one of Vite or Next:

    npm install @crm-chat/react

  In a component of yours, e.g. src/App.tsx:

    import { ChatProvider, UnansweredBadge } from '@crm-chat/react'
    import '@crm-chat/react/styles.css'
    <ChatProvider endpoint="${proxyUrl}">Chats <UnansweredBadge /></ChatProvider>

  Write to the demo user from the phone or in another terminal, and watch the badge:

  curl ${sandboxUrl}/_sandbox/simulate/message -H 'content-type: application/json' \\
    -d '{"chatType":"whatsapp","chatId":"79998887766","text":"Hello! Is my order ready?"}'

  To have the proxy on the address of your pages, as in production, leave endpoint out and forward ${path} to it:

    Vite, in vite.config:   server: { proxy: { '${path}': '${origin}' } },
    Next, in next.config:   rewrites: async () => [{ source: '${path}/:path*', destination: '${proxyUrl}/:path*' }],

  Ctrl+C stops both.
`
}
