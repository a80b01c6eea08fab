import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Accounts } from '../server/account.ts'
import { cut } from '../server/faults/applyHttpFault.ts'
import { type FaultTargets, isPageFault } from '../server/faults/fault.ts'
import { readAccountId } from '../server/links.ts'

/** Applies the account's fault rules to the chats page. */
export function pageFaults({ accounts }: { accounts: Accounts }): Hono {
  return new Hono({ strict: false })
    .get('/faults/hostile.js', (context) => context.body(hostileScript, 200, { 'content-type': 'text/javascript' }))
    .get('/faults/huge.css', (context) => context.body(hugeStyle, 200, { 'content-type': 'text/css' }))
    .use('/', applyPageFault(accounts))
}

function applyPageFault(accounts: Accounts): MiddlewareHandler {
  return async (context, next) => {
    const fault = takeFault({ context, accounts })
    if (fault?.kind === 'pageDown') return cut(context as Context<{ Bindings: HttpBindings }>)
    await next()
    if (fault?.kind === 'refuseFraming') {
      const policy = context.res.headers.get('content-security-policy') ?? ''
      context.header('content-security-policy', policy.replace('frame-ancestors *', "frame-ancestors 'none'"))
      context.header('x-frame-options', 'DENY')
    }
    if (fault?.kind === 'hostileMessages') await addToHead(context, '<script src="/chat/faults/hostile.js"></script>')
    if (fault?.kind === 'hugeHeight') await addToHead(context, '<link rel="stylesheet" href="/chat/faults/huge.css">')
    return undefined
  }
}

function takeFault({ context, accounts }: { context: Context; accounts: Accounts }) {
  const account = findAccount({ token: context.req.query('token') ?? '', accounts })
  return account.faults.take({ operation: 'chats.openPage', fits: isPageFault, data: {} })?.fault
}

/** The account of the page's link. A page without a valid link belongs to the default account. */
function findAccount({ token, accounts }: { token: string; accounts: Accounts }) {
  try {
    return accounts.get(readAccountId(token)) ?? accounts.default
  } catch {
    return accounts.default
  }
}

async function addToHead(context: Context, tag: string): Promise<void> {
  const page = await context.res.text()
  const headers = new Headers(context.res.headers)
  headers.delete('content-length')
  context.res = undefined
  context.res = new Response(page.replace('</head>', `${tag}</head>`), { status: 200, headers })
}

/** Posts messages that the vendor's page never sends, including malformed ones of its types. */
const hostileScript = `
const messages = [
  null, 0, 'WZ_OPEN_ENTITY', [], { type: 7 }, { type: '__proto__' },
  { type: 'WZ_OPEN_ENTITY' },
  { type: 'WZ_OPEN_ENTITY', data: { entity: { link: 'javascript:alert(1)' } } },
  { type: 'WZ_CREATE_ENTITY', data: { chatId: { toString: 1 } } },
  { type: 'WZ_UNHEARD_OF', data: 'x'.repeat(1e6) },
]
for (const message of messages) window.parent.postMessage(message, '*')
`

const hugeStyle = 'html { height: 100000px !important }'

/** Operations of the chats page and its socket that faults can be for. */
export const chatsFaultTargets: FaultTargets = new Map([
  ['chats.openPage', 'page'],
  ['chats.watchWindow', 'socket'],
])
