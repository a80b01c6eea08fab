import { type Context, Hono } from 'hono'
import { createChannel } from '../../../messengers/channels/connectChannel.ts'
import type { Account, Accounts } from '../../../server/account.ts'
import { followScript } from '../../../server/pages/drawPage.ts'
import { getChannel } from '../../../store/entities/channels.ts'
import { type Transport, transports } from '../../../store/transports.ts'
import { readToken } from '../accessTokens.ts'
import { mintConnectLink } from '../connectLink.ts'
import { type ConnectProblem, connectFormSchema, describeProblem } from './connectForm.ts'
import { channelPage, choicePage, createPage, invalidLinkPage } from './connectPage.ts'
import { type ChannelStep, runStep } from './runStep.ts'

interface Window {
  account: Account
  origin: string
  /** A channel's id, or `new:<transport>`. */
  subject: string
}

/** `GET /connect/:token`: the page on which a customer connects a channel. The link grants access; any page may frame it. */
export function serveConnect({ accounts, origin }: { accounts: Accounts; origin: () => string }): Hono {
  async function open(context: Context): Promise<Window | undefined> {
    const found = await readToken({ accounts, token: context.req.param('token') ?? '', kind: 'connect' })
    return found && { account: found.account, origin: origin(), subject: found.id }
  }
  return new Hono({ strict: false })
    .use(async (context, next) => {
      await next()
      context.header('content-security-policy', pagePolicy)
      context.header('referrer-policy', 'no-referrer') // The link is a credential, which must not be sent to other sites.
      context.header('cache-control', 'no-store')
    })
    .get('/follow.js', (context) => context.body(followScript, 200, { 'content-type': 'text/javascript' }))
    .get('/:token', async (context) => {
      const window = await open(context)
      return window
        ? context.html(await draw(window, describeProblem(context.req.query('problem'))))
        : context.html(await invalidLinkPage(), 404)
    })
    .post('/:token', async (context) => {
      const window = await open(context)
      if (!window) return context.html(await invalidLinkPage(), 404)
      const { data: form } = connectFormSchema.safeParse(await context.req.parseBody())
      if (form?.step === 'create') return context.redirect(await create(window, form), 303)
      const problem = form ? await runWindowStep(window, form) : 'incomplete'
      return context.redirect(problem === undefined ? context.req.path : `${context.req.path}?problem=${problem}`, 303)
    })
}

const pagePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *"

async function draw({ account, subject }: Window, problem: string | undefined) {
  if (subject === 'new:') return choicePage(problem)
  const transport = allTransports.find((known) => subject === `new:${known}`)
  if (transport) return createPage(transport)
  const channel = await getChannel(account.store.database, subject)
  return channel ? channelPage({ channel, problem }) : invalidLinkPage()
}

function runWindowStep({ account, subject }: Window, form: ChannelStep): Promise<ConnectProblem | undefined> {
  return runStep(account.store, { channelId: subject, form })
}

/** Creates a channel. @returns the link to the page that connects it */
async function create({ account, origin }: Window, { transport }: { transport: Transport }): Promise<string> {
  const toUrl = (subject: string): Promise<string> => mintConnectLink({ account, origin, subject })
  const { channelId } = await createChannel(account.store, { transport, toUrl })
  return toUrl(channelId)
}

// Object.keys loses the type of the keys.
const allTransports = Object.keys(transports) as Transport[]
