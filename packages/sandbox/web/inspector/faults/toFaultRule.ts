import type { FaultDraft, MatchPart } from './faultDraft.ts'
import { listFields } from './faultFields.ts'
import { webhooksPlace } from './faultKinds.ts'

/** The request that adds the form's rule through the control API. */
export interface DraftRule {
  path: '/faults' | '/webhooks/faults'
  body: Record<string, unknown>
}

/** Converts the form's values into a rule. The sandbox validates it. */
export function toFaultRule(draft: FaultDraft): DraftRule {
  const fault = { kind: draft.kind, ...readOptions(draft) }
  const counts = { ...readNumber('after', draft.after), ...readNumber('times', draft.times) }
  if (draft.where === webhooksPlace) return { path: '/webhooks/faults', body: { ...fault, ...counts } }
  const { where: operation, match, share, seed } = draft
  const parts = match.filter(({ path }) => path.trim() !== '')
  return {
    path: '/faults',
    body: {
      operation,
      fault,
      ...counts,
      ...(parts.length === 0 ? {} : { match: parts.reduce(addPart, {}) }),
      ...(share.trim() === '' ? {} : { schedule: { seed: Number(seed), share: Number(share) / 100 } }),
    },
  }
}

function readOptions(draft: FaultDraft): Record<string, unknown> {
  const entries = listFields(draft).flatMap(({ name, type }): [string, unknown][] => {
    const text = draft.options[name]?.trim() ?? ''
    if (text === '') return []
    if (type === 'switch') return [[name, text === 'true']]
    return [[name, type === 'number' ? Number(text) : text]]
  })
  return Object.fromEntries(entries)
}

function readNumber(name: string, text: string): Record<string, number> {
  return text.trim() === '' ? {} : { [name]: Number(text) }
}

/** Sets a value at its path, e.g. `body.chatId` in `{body: {chatId}}`. */
function addPart(match: Record<string, unknown>, { path, value, as }: Omit<MatchPart, 'id'>): Record<string, unknown> {
  const [name = '', ...rest] = path.trim().split('.')
  if (rest.length === 0) return { ...match, [name]: readValue({ value, as }) }
  const inner = match[name]
  const known = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  return { ...match, [name]: addPart(known, { path: rest.join('.'), value, as }) }
}

function readValue({ value, as }: Pick<MatchPart, 'value' | 'as'>): unknown {
  if (as === 'text') return value
  try {
    return JSON.parse(value)
  } catch {
    return value // Half-typed JSON counts as text until it is complete.
  }
}
