/** @type {import('@crm-chat/cli').ChatConfig} */
export default ({ env, wazzupV2 }) => ({
  backend: wazzupV2({ apiKey: env.WAZZUP_API_KEY, baseUrl: env.WAZZUP_URL }),

  // Asks your CRM whose session a cookie is: `{ "id": …, "name": … }` with status 200, or any other status for nobody.
  async identify(request) {
    const cookie = request.headers.get('cookie')
    if (!cookie) return null
    const response = await fetch(env.CRM_SESSION_URL, {
      headers: { cookie },
      redirect: 'manual', // To a page for signing in, say.
      signal: AbortSignal.timeout(1_500),
    })
    if (response.status >= 500) throw new Error(`the CRM responded with ${response.status}`)
    if (response.status !== 200) return null
    const { id, name, roles } = await response.json()
    return { id, name, roles }
  },

  // Chats of a card stay closed until your CRM decides whose they are:
  // authorizeChats: ({ user, chats }) => mayOpen({ user, chats }),

  // Origins of your pages, unless they are on the host of the proxy itself: https://crm.example.com,https://…
  allowedOrigins: (env.ALLOWED_ORIGINS ?? '').split(',').filter(Boolean),
})
