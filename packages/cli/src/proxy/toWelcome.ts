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
  return `
  Proxy     ${proxyUrl}
            Pages of this machine are signed in as ${user}, whatever their port.
  Sandbox   ${sandboxUrl}/_sandbox
            Emulates Wazzup: write as a customer on its phone, and inspect every request from the proxy.

  In your page:

    <ChatProvider endpoint="${proxyUrl}">

  Write to the demo user from the phone or in another terminal, and watch the badge:

  curl ${sandboxUrl}/_sandbox/simulate/message -H 'content-type: application/json' \\
    -d '{"chatType":"whatsapp","chatId":"79998887766","text":"Hello! Is my order ready?"}'

  Ctrl+C stops both.
`
}
