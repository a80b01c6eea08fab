import { directiveOf, type Policy, type SourceKind } from '../doctor/contentSecurityPolicy.ts'
import { type Need, nonce } from './need.ts'

/** A policy that allows what is needed. */
export interface ExtendedPolicy {
  policy: Policy
  /** Sources that it did not allow before. */
  added: Need[]
}

/** Adds to a policy what it lacks. What it allows and forbids beside that stays the same. */
export function addNeeds({ policy, needs }: { policy: Policy; needs: readonly Need[] }): ExtendedPolicy {
  return needs.reduce<ExtendedPolicy>(addNeed, { policy, added: [] })
}

function addNeed(extended: ExtendedPolicy, need: Need): ExtendedPolicy {
  const { policy, added } = extended
  const { directive } = need
  const name = directiveOf({ policy, kind: directive })
  const sources = (name === undefined ? undefined : policy.get(name)) ?? []
  if (name === undefined || need.isMet(sources)) return extended
  const hasOwn = name.startsWith(directive) // Otherwise another one stands for it, which stays as it is.
  const kept = sources
    .filter((source) => source.toLowerCase() !== "'none'")
    .filter(hasOwn ? Boolean : belongsTo(directive))
  const source = directive === 'script-src' && kept.includes("'strict-dynamic'") ? nonce : need.source // No other counts there.
  return {
    policy: new Map([...policy, [hasOwn ? name : directive, [...kept, source]]]),
    added: [...added, { ...need, source }],
  }
}

/** Nonces, hashes and the like are for scripts and styles. */
function belongsTo(directive: SourceKind): (source: string) => boolean {
  if (directive === 'script-src' || directive === 'style-src') return () => true
  return (source) => !source.startsWith("'") || source.toLowerCase() === "'self'"
}
