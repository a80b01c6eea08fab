import { isPrivateHost } from '@crm-chat/proxy'
import * as z from 'zod'
import { describeError } from '../../describeError.ts'
import { type CheckResult, type Finding, found } from '../finding.ts'
import { type Answer, request } from '../request.ts'
import type { Setup } from '../setup.ts'

/** Checks the address by which pages reach the proxy. */
export async function checkAddress(setup: Setup): Promise<CheckResult> {
  const { proxyUrl } = setup
  const url = new URL(`${proxyUrl.href}/session`)
  const findings = findPlaceFaults(setup)
  let answer: Answer
  try {
    answer = await request(url, { fetch: setup.fetch })
  } catch (error) {
    return { findings: [...findings, unreachable({ url: proxyUrl, reason: describeError(error) })] }
  }
  const stranger = findStranger({ url: proxyUrl, answer })
  if (stranger) return { findings: [...findings, stranger] }
  return {
    findings: [...findings, ...findCacheFaults(answer), ...(await findOriginFaults({ url, fetch: setup.fetch }))],
  }
}

/** With a vendor on this machine or in a private network, such as the sandbox, the proxy may be there too. */
function findPlaceFaults({ proxyUrl, options: { backend } }: Setup): Finding[] {
  if (backend.isPrivate === true) return []
  if (isPrivateHost(proxyUrl.hostname)) {
    return found({
      code: 'proxy-private',
      what: `The proxy's address, ${proxyUrl.host}, is one of this machine or of a private network.`,
      why: 'Pages of your users and the vendor come from elsewhere: they cannot reach it.',
      fix: 'Run doctor with the public address of the proxy.',
    }).findings
  }
  if (proxyUrl.protocol === 'https:') return []
  return found({
    code: 'proxy-insecure',
    what: `The proxy's address begins with ${proxyUrl.protocol}//.`,
    why: 'Sessions, links to chats and messages of customers cross the network readable.',
    fix: 'Serve the proxy by https.',
  }).findings
}

function unreachable({ url, reason }: { url: URL; reason: string }): Finding {
  return {
    code: 'proxy-unreachable',
    what: `Nothing responds at ${url.href}: ${reason}.`,
    why: 'Pages show neither chats nor a number.',
    fix: 'Start the proxy, and check DNS, certificate, firewall and the server in front of it.',
  }
}

const errorSchema = z.object({ error: z.object({ code: z.string(), requestId: z.string() }) })
const sessionSchema = z.object({ vendor: z.string(), capabilities: z.array(z.string()) })

/** Finds a response that a proxy does not give. */
function findStranger({ url, answer }: { url: URL; answer: Answer }): Finding | undefined {
  const { status, headers, text } = answer
  if (status >= 300 && status < 400) {
    const location = headers.get('location') ?? ''
    const target = URL.canParse(location, url.href) ? ` to ${new URL(location, url).host}` : ''
    return {
      code: 'proxy-redirects',
      what: `${url.href} redirects${target} (${status}).`,
      why: 'Browsers do not follow a redirect with a session to another origin, and live streams break.',
      fix: 'Use the address that the redirect leads to in your pages, or let requests below it pass without a redirect.',
    }
  }
  const body = parse(text)
  if (errorSchema.safeParse(body).success || sessionSchema.safeParse(body).success) return undefined
  return {
    code: 'proxy-unknown',
    what: `Something else than a crm-chat proxy responds at ${url.href} (${status}).`,
    why: 'Pages ask there for chats and a number, and get neither.',
    fix: 'Check --url, basePath in the configuration, and the routes of the server in front of the proxy.',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A page, say.
  }
}

function findCacheFaults({ headers }: Answer): Finding[] {
  const cacheControl = headers.get('cache-control') ?? ''
  if (/\bno-store\b/i.test(cacheControl)) return []
  return found({
    code: 'proxy-cached',
    what: `Responses of the proxy arrive with Cache-Control ${JSON.stringify(cacheControl.slice(0, 100))} in place of no-store.`,
    why: 'A cache may show one user what belongs to another.',
    fix: 'Let the server in front of the proxy pass Cache-Control as it is, and cache nothing below this path.',
  }).findings
}

/** An origin that nobody has. */
const foreignOrigin = 'https://crm-chat-doctor.invalid'

/** Asks as a page of a foreign origin would. */
async function findOriginFaults({ url, fetch }: { url: URL } & Pick<Setup, 'fetch'>): Promise<Finding[]> {
  const { status, headers } = await request(url, { headers: { origin: foreignOrigin }, fetch })
  const allowed = headers.get('access-control-allow-origin')
  if (allowed === '*' || allowed === foreignOrigin) {
    return found({
      code: 'proxy-cors',
      what: `The proxy's address allows pages of any origin (Access-Control-Allow-Origin: ${allowed === '*' ? '*' : 'whatever asks'}).`,
      why: 'A foreign page that a user visits could read the chats of that user.',
      fix: 'Remove the header from the server in front of the proxy, and list your own origins in allowedOrigins.',
    }).findings
  }
  if (status === 403) return []
  return found({
    code: 'proxy-origin-lost',
    what: `A request of a foreign page gets ${status} in place of 403: the header Origin does not reach the proxy.`,
    why: 'The proxy cannot tell your pages from those of others, who could act with the session of a visitor.',
    fix: 'Let the server in front of the proxy pass Origin, Host and Sec-Fetch-Site as they are.',
  }).findings
}
