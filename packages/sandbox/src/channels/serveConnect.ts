import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../accounts/createAccount.ts'
import type { Accounts } from '../accounts/createAccounts.ts'
import { getChannel } from '../store/channels.ts'
import { readToken } from '../wazzup-tech/accessTokens.ts'
import { mintConnectLink } from '../wazzup-tech/connectLink.ts'
import { createChannel, reinitChannel } from './connectChannel.ts'
import { channelPage, choicePage, createPage, endedPage } from './connectPage.ts'
import { moveChannel } from './moveChannel.ts'
import { ChannelError, enterPassword, scanQr } from './scanQr.ts'
import { type Transport, transports } from './transports.ts'

const transportNames = Object.keys(transports) as [Transport, ...Transport[]]
const formSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('create'), transport: z.enum(transportNames) }),
  z.object({ step: z.literal('connect'), plainId: z.string().trim().min(1).max(200) }),
  z.object({ step: z.literal('password'), password: z.string().min(1).max(256) }),
  z.object({ step: z.literal('reinit') }),
])
type Form = z.output<typeof formSchema>

interface Window {
  account: Account
  origin: string
  /** A channel's id, or `new:<transport>`. */
  subject: string
}

/** `GET /connect/:token`: the window in which a customer connects a channel. The link is all it takes; anybody may frame it. */
export function serveConnect({ accounts, origin }: { accounts: Accounts; origin: () => string }): Hono {
  async function open(context: Context): Promise<Window | undefined> {
    const found = await readToken({ accounts, token: context.req.param('token') ?? '', kind: 'connect' })
    return found && { account: found.account, origin: origin(), subject: found.id }
  }
  return new Hono({ strict: false })
    .use(async (context, next) => {
      await next()
      context.header('content-security-policy', pagePolicy)
      context.header('referrer-policy', 'no-referrer') // The link is a credential: it must not travel on.
      context.header('cache-control', 'no-store')
    })
    .get('/:token', async (context) => {
      const window = await open(context)
      return window ? context.html(await draw(window)) : context.html(await endedPage(), 404)
    })
    .post('/:token', async (context) => {
      const window = await open(context)
      if (!window) return context.html(await endedPage(), 404)
      const form = formSchema.safeParse(await context.req.parseBody())
      const next = form.success ? await carryOut(window, form.data) : undefined
      return context.redirect(next ?? context.req.path, 303)
    })
}

const pagePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors *"

async function draw({ account, subject }: Window) {
  if (subject === 'new:') return choicePage()
  if (subject.startsWith('new:')) return createPage(subject.slice('new:'.length))
  const channel = await getChannel(account.store.database, subject)
  return channel ? channelPage(channel) : endedPage()
}

/** @returns where to go on, if elsewhere. What is not possible any more changes nothing: the page shows what is. */
async function carryOut({ account, origin, subject }: Window, form: Form): Promise<string | undefined> {
  const { store } = account
  try {
    if (form.step === 'create') return await create({ account, origin, transport: form.transport })
    const channel = await getChannel(store.database, subject)
    if (!channel) return undefined
    const { channelId, qr, transport } = channel
    if (form.step === 'reinit') await reinitChannel(store, { channelId, transport })
    else if (form.step === 'password') await enterPassword(store, { channelId, password: form.password })
    else if (qr !== null) await scanQr(store, { qr, plainId: form.plainId })
    else if (transports[transport].way === 'link')
      await moveChannel(store, {
        channelId,
        from: ['init'],
        state: 'sync',
        set: { plainId: form.plainId, name: form.plainId },
      })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
  }
  return undefined
}

async function create({
  account,
  origin,
  transport,
}: Omit<Window, 'subject'> & { transport: Transport }): Promise<string> {
  const toUrl = (subject: string): Promise<string> => mintConnectLink({ account, origin, subject })
  const { channelId } = await createChannel(account.store, { transport, toUrl })
  return toUrl(channelId)
}
