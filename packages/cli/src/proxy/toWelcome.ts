import type { Framework } from './findFramework.ts'

/** Parameters of {@link toWelcome}. */
interface WelcomeParameters {
  proxyUrl: string
  sandboxUrl: string
  user: string
  /** The folder that is served beside the proxy, if any. */
  pages: string | undefined
  framework: Framework
}

/** The text that `proxy --sandbox` prints when both servers are ready. */
export function toWelcome({ proxyUrl, sandboxUrl, user, pages, framework }: WelcomeParameters): string {
  const { origin, pathname: path } = new URL(proxyUrl)
  return `
  Proxy     ${proxyUrl}
            Pages of this machine are signed in as ${user}, whatever their port.
  Sandbox   ${sandboxUrl}/_sandbox
            Emulates Wazzup: write as a customer on its phone, and inspect every request from the proxy.
${pages === undefined ? toReact({ proxyUrl, framework }) : toHtml({ origin, pages })}
  Write to the demo user from the phone or in another terminal, and watch the badge:

  curl ${sandboxUrl}/_sandbox/simulate/message -H 'content-type: application/json' \\
    -d '{"chatType":"whatsapp","chatId":"79998887766","text":"Hello! Is my order ready?"}'
${pages === undefined ? toForwarding({ proxyUrl, origin, path }) : ''}
  Ctrl+C stops both.
`
}

/** The place of the first component, as the frameworks' own templates have it. */
const firstFiles: Record<Framework, string> = {
  vite: 'src/App.tsx',
  next: 'app/page.tsx',
  other: 'a component, e.g. src/App.tsx',
  none: 'a component, e.g. src/App.tsx of a project made by npm create vite@latest',
}

function toReact({ proxyUrl, framework }: { proxyUrl: string; framework: Framework }): string {
  return `
  In your project, unless it is installed:

    npm install @crm-chat/react

  In ${firstFiles[framework]}: two lines at the top, and one in what it returns:

    import { ChatLauncher, ChatProvider, UnansweredBadge } from '@crm-chat/react'
    import '@crm-chat/react/styles.css'
    <ChatProvider endpoint="${proxyUrl}">Chats <UnansweredBadge /> <ChatLauncher /></ChatProvider>

  Without React, e.g. on plain HTML pages: npm install @crm-chat/elements, and start this command with --pages .
`
}

function toHtml({ origin, pages }: { origin: string; pages: string }): string {
  return `  Pages     ${origin}/
            The HTML files of ${pages}, and what they load. Hidden files are not served.

  In that folder, unless it is installed:

    npm install @crm-chat/elements

  In its index.html:

    <script async src="/node_modules/@crm-chat/elements/dist/loader.js"></script>
    <p>Chats <crm-chat-badge></crm-chat-badge></p>
    <crm-chat-launcher></crm-chat-launcher>
`
}

function toForwarding({ proxyUrl, origin, path }: { proxyUrl: string; origin: string; path: string }): string {
  return `
  To have the proxy on the address of your pages, as in production, leave endpoint out and forward ${path} to it:

    Vite, in vite.config:   server: { proxy: { '${path}': '${origin}' } },
    Next, in next.config:   rewrites: async () => [{ source: '${path}/:path*', destination: '${proxyUrl}/:path*' }],
`
}
