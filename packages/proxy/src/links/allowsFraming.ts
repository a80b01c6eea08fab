/**
 * Tells if a page may be framed by a page of another origin, by its `Content-Security-Policy` or, without `frame-ancestors`
 * there, its `X-Frame-Options`. Undefined where that depends on an origin that is not known.
 * @see https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 */
export function allowsFraming({
  headers,
  page,
  framedBy,
}: {
  headers: Headers
  page: URL
  framedBy: string | undefined
}): boolean | undefined {
  const framing = framedBy !== undefined && URL.canParse(framedBy) ? new URL(framedBy) : undefined
  const lists = (headers.get('content-security-policy') ?? '').split(',').flatMap(toAncestors)
  const verdicts = lists.map((sources) => matchesAny({ sources, page, framing }))
  if (lists.length === 0) verdicts.push(...toOptions(headers).map((option) => allowsOption({ option, page, framing })))
  if (verdicts.includes(false)) return false
  return verdicts.includes(undefined) ? undefined : true
}

interface Framing {
  page: URL
  framing: URL | undefined
}

/** Sources of a policy's `frame-ancestors`, if it has one. */
function toAncestors(policy: string): string[][] {
  const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/))
  const found = directives.find(([name]) => name === 'frame-ancestors')
  return found ? [found.slice(1)] : []
}

function toOptions(headers: Headers): string[] {
  return (headers.get('x-frame-options') ?? '').split(',').map((option) => option.trim().toLowerCase())
}

/** Browsers ignore any other value. */
function allowsOption({ option, page, framing }: Framing & { option: string }): boolean | undefined {
  if (option === 'deny') return false
  return option === 'sameorigin' ? framing && framing.origin === page.origin : true
}

function matchesAny({ sources, page, framing }: Framing & { sources: string[] }): boolean | undefined {
  if (sources.every((source) => source === "'none'")) return false
  const verdicts = sources.map((source) => matches({ source, page, framing }))
  if (verdicts.includes(true)) return true
  return verdicts.includes(undefined) ? undefined : false
}

const hostSource = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(?:\/.*)?$/

function matches({ source, page, framing }: Framing & { source: string }): boolean | undefined {
  if (source === '*') return true
  if (!framing) return undefined
  if (source === "'self'") return framing.origin === page.origin
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return fitsScheme({ scheme: source, url: framing })
  const [, scheme, host = '', port] = hostSource.exec(source) ?? []
  return (
    fitsScheme({ scheme: scheme ? `${scheme}:` : page.protocol, url: framing }) &&
    fitsHost({ host, url: framing }) &&
    fitsPort({ port, url: framing })
  )
}

/** A source of plain http covers https, too. */
function fitsScheme({ scheme, url }: { scheme: string; url: URL }): boolean {
  return url.protocol === scheme || (scheme === 'http:' && url.protocol === 'https:')
}

function fitsHost({ host, url: { hostname } }: { host: string; url: URL }): boolean {
  if (host === '*') return true
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
}

function fitsPort({ port = '', url }: { port: string | undefined; url: URL }): boolean {
  return port === '*' || port === url.port || (port === '80' && url.protocol === 'https:' && url.port === '')
}
