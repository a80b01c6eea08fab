import type { Endpoint } from '@crm-chat/vendors/endpoints'
import { createExit, type Exit } from './createExit.ts'
import { createGuard } from './createGuard.ts'
import type { Exchange, Outcome } from './exchange.ts'
import type { CredentialKind, Probe, ProbeRequest, SideState, SocketProbe, VendorProbes } from './probe.ts'

/** A real account, or the sandbox. */
export interface Side {
  /** Address of the API, with its path if it has one. */
  baseUrl: string
  key: string
}

/** Parameters of {@link runProbes}. */
export interface RunParameters {
  probes: VendorProbes
  side: Side
  /** The only phone number that may be written to. @default nothing is written */
  sendTo?: string | undefined
  /** Time after which a socket counts as silent. @default 3_000 */
  quietMs?: number
  onProgress?: (title: string) => void
}

/** Sends every probe to one side, one after another. */
export async function runProbes({
  probes,
  side,
  sendTo,
  quietMs = 3_000,
  onProgress,
}: RunParameters): Promise<Exchange[]> {
  const answers = new Map<string, unknown>()
  const otherUrl = (name: string): string =>
    side.baseUrl === probes.baseUrl ? (probes.otherUrls[name] ?? side.baseUrl) : side.baseUrl
  const state: SideState = {
    key: side.key,
    baseUrl: side.baseUrl,
    sendTo,
    otherUrl,
    answer: (title) => answers.get(title),
  }
  const guard = createGuard({
    probes,
    baseUrls: [side.baseUrl, ...Object.keys(probes.otherUrls).map(otherUrl)],
    sendTo,
  })
  const exit = createExit({ guard, secrets: [side.key] })
  const exchanges: Exchange[] = []
  for (const probe of [...probes.reads, ...(sendTo === undefined ? [] : probes.sends)]) {
    onProgress?.(probe.title)
    const exchange = await runProbe({ probe, probes, state, exit, quietMs })
    exchanges.push(exchange)
    const { outcome } = exchange
    if (outcome.kind === 'answered' && outcome.body.kind === 'json') answers.set(probe.title, outcome.body.value)
  }
  return exchanges
}

interface Run {
  probes: VendorProbes
  state: SideState
  exit: Exit
  quietMs: number
}

async function runProbe({ probe, ...run }: Run & { probe: Probe | SocketProbe }): Promise<Exchange> {
  if ('converse' in probe) {
    return {
      title: probe.title,
      route: 'WebSocket',
      comparesEmptiness: true,
      outcome: await converse({ probe, ...run }),
    }
  }
  const { title, endpoint, comparesEmptiness = false } = probe
  const route = `${endpoint.method} ${endpoint.path}`
  return { title, route, comparesEmptiness, outcome: await sendProbe({ probe, ...run }) }
}

async function sendProbe({ probe, probes, state, exit }: Run & { probe: Probe }): Promise<Outcome> {
  const built = probe.build?.(state) ?? {}
  if ('skipped' in built) return { kind: 'skipped', reason: built.skipped }
  const { endpoint, credential = 'own' } = probe
  return exit.send(toOutgoing({ endpoint, request: built, credential, probes, state }))
}

async function converse({ probe, probes, state, exit, quietMs }: Run & { probe: SocketProbe }): Promise<Outcome> {
  const value = await probe.converse({
    side: state,
    quietMs,
    open: ({ path, baseUrl = state.baseUrl }) => exit.open(baseUrl.replace(/\/+$/, '').replace(/^http/, 'ws') + path),
    async request(endpoint, request) {
      const outcome = await exit.send(toOutgoing({ endpoint, request, credential: 'own', probes, state }))
      return outcome.kind === 'answered' && outcome.body.kind === 'json' ? outcome.body.value : undefined
    },
  })
  if (typeof value === 'object' && value !== null && 'skipped' in value)
    return { kind: 'skipped', reason: String(value.skipped) }
  return { kind: 'answered', headers: {}, body: { kind: 'json', value } }
}

function toOutgoing({
  endpoint,
  request: { params = {}, query = {}, body, trailingSlash = false },
  credential,
  probes,
  state,
}: {
  endpoint: Endpoint
  request: ProbeRequest
  credential: CredentialKind
  probes: VendorProbes
  state: SideState
}): { method: string; url: string; body: string | undefined; headers: Record<string, string> } {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query)
  const base = state.otherUrl(endpoint.operation).replace(/\/+$/, '')
  return {
    method: endpoint.method,
    url: `${base}${path}${trailingSlash ? '/' : ''}${search.size > 0 ? `?${search}` : ''}`,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: probes.toHeaders(credential === 'wrong' ? wrongKey : state.key, credential),
  }
}

/** A key that no account has. */
const wrongKey = '00000000000000000000000000000000'
