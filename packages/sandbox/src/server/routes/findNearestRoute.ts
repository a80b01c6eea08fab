import { countEdits } from '../../store/input/findNearest.ts'
import type { Route } from './route.ts'
import type { VendorApi } from './vendorApi.ts'

/** A request's method and path. */
export interface Wanted {
  method: string
  path: string
}

/**
 * Finds the route that was probably meant: one about the same thing, however it is spelt, that does the same with it, i.e.
 * reads, writes or removes. @returns nothing if no route is about anything in the path
 */
export function findNearestRoute({ api, wanted }: { api: VendorApi; wanted: Wanted }): Wanted | undefined {
  const candidates = api.hosts.flatMap((host) => api.routes.map((route) => toCandidate({ route, host })))
  const host = api.hosts.findLast((prefix) => wanted.path.startsWith(`${prefix}/`)) ?? ''
  const given = toParts(withoutBase({ path: wanted.path.slice(host.length), base: api.base }).slice(0, 300))
  const ranked = candidates
    .filter((candidate) => candidate.host === host)
    .map((candidate) => ({ candidate, score: toScore({ given, method: wanted.method, candidate, api }) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
  return ranked[0]?.candidate
}

/** A path without the leading segments that it has in common with the API's base, e.g. `/tech` of `/tech/v2`. */
function withoutBase({ path, base }: { path: string; base: string }): string {
  const [segments, common] = [path.split('/'), base.split('/')]
  const first = segments.findIndex((segment, index) => segment !== common[index])
  return `/${segments.slice(first === -1 ? segments.length : first).join('/')}`
}

interface Candidate extends Wanted {
  host: string
  /** The path below the host. */
  below: string
}

function toCandidate({ route: { method, path }, host }: { route: Route; host: string }): Candidate {
  return { method, path: host + path, host, below: path }
}

/** The words of a path, without its parameters and ids; and the number of its segments. */
interface Parts {
  words: string[]
  length: number
}

function toParts(path: string): Parts {
  const segments = path.split('/').filter((segment) => segment !== '')
  const named = segments.filter((segment) => !segment.startsWith(':') && !/\d/.test(segment))
  return { words: named.flatMap(toWords), length: segments.length }
}

/** The words of a segment in their simplest form: `sendMessages`, `send-messages` and `send_message` are the same. */
function toWords(segment: string): string[] {
  const words = segment
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words
    .filter((word) => word !== '')
    .map((word) => synonyms[word] ?? synonyms[toSingular(word)] ?? toSingular(word))
}

function toSingular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}

/** Other words for the vendors' nouns. */
const synonyms: Record<string, string> = {
  me: 'user',
  profile: 'user',
  employee: 'user',
  agent: 'user',
  client: 'contact',
  customer: 'contact',
  lead: 'deal',
  funnel: 'pipeline',
  hook: 'webhook',
  subscription: 'webhook',
  sms: 'message',
  text: 'message',
  counter: 'unanswered',
  unread: 'unanswered',
  login: 'auth',
  token: 'auth',
  window: 'iframe',
  frame: 'iframe',
}

function toScore({
  given,
  method,
  candidate,
  api,
}: {
  given: Parts
  method: string
  candidate: Candidate
  api: VendorApi
}): number {
  const own = toParts(candidate.below.slice(api.base.length))
  const matches = given.words.map((word) => Math.max(0, ...own.words.map((other) => toSimilarity(word, other))))
  const about = matches.reduce((sum, match) => sum + match, 0)
  if (about === 0) return 0
  const extra = own.words.filter((word) => !given.words.some((other) => toSimilarity(word, other) > 0)).length
  const action = toAction(candidate) === toAction({ method, path: '' }) ? 0.9 : 0
  return (
    about * 2 +
    action -
    extra * 0.6 -
    Math.abs(own.length - given.length) * 0.2 +
    (candidate.method === method ? 0.1 : 0)
  )
}

/** 1 for the same word, less for one that is a slip of the keyboard away, 0 for another. */
function toSimilarity(one: string, other: string): number {
  if (one === other) return 1
  return countEdits(one, other) <= Math.max(one.length, other.length) / 4 ? 0.7 : 0
}

/** The effect of a request. Some removals have a name instead of the method. */
function toAction({ method, path }: Wanted): 'read' | 'write' | 'remove' {
  if (method === 'DELETE' || /delete/.test(path)) return 'remove'
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write'
}
