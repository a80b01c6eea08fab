/** The sandbox's own key. */
export const defaultKey = 'sandbox_wazzup'

/** The text that `start` prints when both servers are ready. A key of the environment may be a real one, and is not printed. */
export function toWelcome({
  crmUrl,
  sandboxUrl,
  key,
}: {
  crmUrl: string
  sandboxUrl: string
  key: string | undefined
}): string {
  const apiKey = key ? 'process.env.WAZZUP_API_KEY' : `'${defaultKey}'`
  return `
  CRM       ${crmUrl}
            Log in as Ann Reyes or Ben Okafor: one button each, no password.
  Sandbox   ${sandboxUrl}/_sandbox
            Emulates Wazzup: write as a customer on its phone, and inspect every request from the CRM.
            Its customers reply to what you write. DEMO_CUSTOMERS=off silences them.
            The API key never leaves these two servers.

  Try this: log in as Ann, write to her from the phone or in another terminal, and watch the badge next to "Chats":

  curl ${sandboxUrl}/_sandbox/simulate/message -H 'content-type: application/json' \\
    -d '{"chatType":"whatsapp","chatId":"79998887766","text":"Hello! Is my order ready?"}'

  Point your own server at the sandbox, with two lines in its wazzupV2({ … }):

    apiKey: ${apiKey},
    baseUrl: '${sandboxUrl}',

  Ctrl+C stops both.
`
}
