import { matchesSource } from '../doctor/contentSecurityPolicy.ts'
import { isWazzupSource, wazzupFrames } from '../doctor/wazzupFrames.ts'
import { type Need, nonce } from './need.ts'

/** Parameters of {@link listNeeds}. */
export interface NeedParameters {
  /** The page, where it is known. */
  page: URL | undefined
  /** Address of the proxy; undefined for one on the origin of the page. */
  proxyUrl: URL | undefined
  /** Sources of the vendor's chat windows. */
  frames: readonly string[]
  /** Scripts and styles of the page have a nonce. */
  hasNonce: boolean
  /** Pages have a tab badge. */
  hasTabBadge: boolean
}

/** Any page, where none is known. */
const somePage = new URL('https://crm.example.com')

/** Lists what the kit needs, in the order of the policy. Its styles and scripts are part of the page's own. */
export function listNeeds({ page = somePage, proxyUrl, frames, hasNonce, hasTabBadge }: NeedParameters): Need[] {
  const proxy = new URL(proxyUrl?.origin ?? page.origin)
  const own = hasNonce ? nonce : "'self'"
  return [
    { directive: 'script-src', source: own, reason: 'Your scripts, with the kit in them.', isMet: allowsOwnScripts },
    { directive: 'style-src', source: own, reason: 'The stylesheet of @crm-chat/react.', isMet: allowsOwnFiles },
    {
      directive: 'connect-src',
      source: proxy.origin === page.origin ? "'self'" : proxy.origin,
      reason: 'Requests to the proxy.',
      isMet: (sources) => sources.some((source) => matchesSource({ source, url: proxy, page })),
    },
    ...frames.map((source) =>
      toFrameNeed({
        page,
        source,
        directive: 'connect-src',
        reason:
          'The check that this browser reaches the vendor; without it, createChat({ windows: { checkLinks: false } }).',
      }),
    ),
    ...frames.map((source) => toFrameNeed({ page, source, directive: 'frame-src', reason: 'The chat windows.' })),
    ...(hasTabBadge ? tabBadgeNeeds : []),
  ]
}

const tabBadgeNeeds: readonly Need[] = [
  {
    directive: 'img-src',
    source: "'self'",
    reason: "The page's icon, on which the tab badge draws.",
    isMet: allowsOwnFiles,
  },
  {
    directive: 'img-src',
    source: 'data:',
    reason: 'The icon that it has drawn; without it, places="title app".',
    isMet: (sources) => sources.some((source) => source.toLowerCase() === 'data:'),
  },
]

function toFrameNeed({ page, source, ...need }: Omit<Need, 'isMet'> & { page: URL }): Need {
  const isWazzup = source === wazzupFrames.source
  const url = isWazzup ? wazzupFrames.sample : new URL(source)
  return {
    ...need,
    source,
    isMet: (sources) =>
      sources.some((each) => matchesSource({ source: each, url, page }) || (isWazzup && isWazzupSource(each))),
  }
}

/** A part that is loaded later has the nonce of the script that loads it, but no hash. */
function allowsOwnScripts(sources: readonly string[]): boolean {
  if (!sources.includes("'strict-dynamic'")) return allowsOwnFiles(sources)
  return sources.some((source) => /^'(nonce|sha\d+)-/i.test(source))
}

/** A policy that allows files of any server allows those of the page's own place, or the page would have none. */
function allowsOwnFiles(sources: readonly string[]): boolean {
  return sources.some((source) => /^('self'$|'nonce-|https?:|\*|[\w.-]+(:[\d*]+)?(\/|$))/i.test(source))
}
