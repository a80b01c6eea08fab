import { describeError } from '../../describeError.ts'
import { abortAfter } from '../../timers.ts'
import { matchesSource, type Policy, parsePolicies, sourcesOf } from '../contentSecurityPolicy.ts'
import { type CheckResult, type Finding, found, notChecked } from '../finding.ts'
import { type Answer, request } from '../request.ts'
import { type Setup, timeoutMs } from '../setup.ts'
import { isWazzupSource, wazzupFrames } from '../wazzupFrames.ts'

/** Checks that the content security policy of a page lets it show chat windows and reach the proxy. */
export async function checkPolicy(setup: Setup): Promise<CheckResult> {
  const { page } = setup
  if (!page) return notChecked('The content security policy of your pages: name one with --page.')
  let answer: Answer
  try {
    answer = await request(page, { redirect: 'follow', fetch: setup.fetch })
  } catch (error) {
    return found(unreachable({ page, reason: describeError(error) }))
  }
  if (answer.status >= 400) return found(unreachable({ page, reason: `it responds with ${answer.status}` }))
  const policies = parsePolicies({ header: answer.headers.get('content-security-policy'), html: answer.text })
  const { findings, notChecked: reason } = await checkFrames({ setup, page, policies })
  const all = [...findings, ...findConnectFaults({ setup, page, policies })]
  return reason === undefined ? { findings: all } : { findings: all, notChecked: reason }
}

function unreachable({ page, reason }: { page: URL; reason: string }): Finding {
  return {
    code: 'page-unreachable',
    what: `The page ${page.origin}${page.pathname} cannot be read: ${reason}.`,
    why: 'Its content security policy, which may forbid chat windows, is unknown.',
    fix: 'Name a page with --page that can be read without a session, e.g. the login page.',
  }
}

type PolicyParameters = { setup: Setup; page: URL; policies: Policy[] }

function findConnectFaults({ setup: { proxyUrl }, page, policies }: PolicyParameters): Finding[] {
  const isAllowed = policies.every((policy) =>
    allows({
      sources: sourcesOf({ policy, kind: 'connect-src' }),
      matches: (source) => matchesSource({ source, url: proxyUrl, page }),
    }),
  )
  if (isAllowed) return []
  return found({
    code: 'csp-connect',
    what: `The content security policy of the page does not allow requests to the proxy at ${proxyUrl.origin}.`,
    why: 'The browser blocks them: the page shows neither chats nor a number.',
    fix: `Add ${proxyUrl.origin === page.origin ? "'self'" : proxyUrl.origin} to connect-src.`,
  }).findings
}

/** The origin of a chat window is known from its link; without a user, the vendor's domain has to do. */
async function checkFrames({ setup, page, policies }: PolicyParameters): Promise<CheckResult> {
  const { backend } = setup.options
  if (!backend.windows) return { findings: [] }
  let origin: URL | undefined
  try {
    origin = await findWindowOrigin(setup)
  } catch (error) {
    return notChecked(`frame-src: no link to a chat window could be made (${describeError(error)}).`)
  }
  const url = origin ?? wazzupFrames.sample
  const matches = (source: string): boolean =>
    matchesSource({ source, url, page }) || (origin === undefined && isWazzupSource(source))
  if (policies.every((policy) => allows({ sources: sourcesOf({ policy, kind: 'frame-src' }), matches }))) {
    return { findings: [] }
  }
  const wanted = origin?.origin ?? wazzupFrames.source
  return found({
    code: 'csp-frame',
    what: `The content security policy of the page does not allow frames of ${wanted}.`,
    why: 'The browser shows an empty frame in place of the chat window.',
    fix: `Add ${wanted} to frame-src.`,
  })
}

/** Makes the link of a window for the user that was named. Otherwise a configured address stands for it, if there is one. */
async function findWindowOrigin({ options: { backend }, userId, account }: Setup): Promise<URL | undefined> {
  if (userId !== undefined && backend.windows) {
    const parameters = { user: { id: userId, name: userId, roles: [] }, request: { scope: 'global' as const } }
    const { url } = await backend.windows.create({ ...parameters, signal: abortAfter(timeoutMs) })
    return new URL(new URL(url).origin)
  }
  const origin = account?.baseUrl === undefined ? undefined : new URL(account.baseUrl).origin
  return origin === undefined || isWazzupSource(origin) ? undefined : new URL(origin) // Wazzup's API opens no windows.
}

function allows({
  sources,
  matches,
}: {
  sources: readonly string[] | undefined
  matches: (source: string) => boolean
}): boolean {
  return sources === undefined || sources.some(matches)
}
