/** A policy: the sources of each directive. */
export type Policy = ReadonlyMap<string, readonly string[]>

/** Reads the policies of a page, from its headers and its `<meta>` elements. All of them apply. */
export function parsePolicies({ header, html = '' }: { header: string | null; html?: string }): Policy[] {
  return [...(header ?? '').split(','), ...metaPolicies(html)].map(parsePolicy).filter(({ size }) => size > 0)
}

function metaPolicies(html: string): string[] {
  const elements = html.match(/<meta\b[^>]*>/gi) ?? []
  return elements
    .filter((element) => /http-equiv\s*=\s*["']?content-security-policy["'\s>]/i.test(element))
    .map((element) => decode(/\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(element)?.slice(1).join('') ?? ''))
}

function decode(text: string): string {
  return text
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

function parsePolicy(text: string): Policy {
  const policy = new Map<string, string[]>()
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }
  return policy
}

/** Directives that stand in for a missing one, in their order. */
const fallbacks = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
}

/** A kind of request that a policy has sources for. */
export type SourceKind = keyof typeof fallbacks

/** Parameters of {@link sourcesOf} and {@link directiveOf}. */
export interface SourceParameters {
  policy: Policy
  kind: SourceKind
}

/** Returns the sources that a policy allows for something; undefined for any. */
export function sourcesOf(parameters: SourceParameters): readonly string[] | undefined {
  const name = directiveOf(parameters)
  return name === undefined ? undefined : parameters.policy.get(name)
}

/** Returns the name of the directive that decides about something; undefined where none does. */
export function directiveOf({ policy, kind }: SourceParameters): string | undefined {
  return fallbacks[kind].find((name) => policy.has(name))
}

/** Returns true for a source that a URL matches, as browsers compare them. */
export function matchesSource({ source, url, page }: { source: string; url: URL; page: URL }): boolean {
  const text = source.toLowerCase()
  if (text === "'self'") return url.origin === page.origin
  if (text === '*') return /^(https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return isScheme({ wanted: text, url })
  const [, scheme, host = '', port] =
    /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^/:]+|\[[^\]]+\])(?::(\d+|\*))?(?:\/.*)?$/.exec(text) ?? []
  if (host === '' || host.startsWith("'")) return false
  return (
    isScheme({ wanted: scheme ?? page.protocol, url }) && isHost({ wanted: host, url }) && isPort({ wanted: port, url })
  )
}

/** A source of http allows https too. */
function isScheme({ wanted, url }: { wanted: string; url: URL }): boolean {
  return url.protocol === wanted || (wanted === 'http:' && url.protocol === 'https:')
}

function isHost({ wanted, url }: { wanted: string; url: URL }): boolean {
  return wanted.startsWith('*.') ? url.hostname.endsWith(wanted.slice(1)) : wanted === '*' || url.hostname === wanted
}

function isPort({ wanted, url }: { wanted: string | undefined; url: URL }): boolean {
  const actual = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (wanted === '*') return true
  if (wanted === undefined) return url.port === ''
  return wanted === actual || (wanted === '80' && actual === '443')
}
