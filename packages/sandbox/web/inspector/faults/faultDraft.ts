import { listFields } from './faultFields.ts'
import { listKinds } from './faultKinds.ts'

/** The form's values, as typed. */
export interface FaultDraft {
  /** An operation, a pattern of them, or {@link webhooksPlace}. */
  where: string
  kind: string
  /** Options of the kind, by field name. */
  options: Record<string, string>
  after: string
  times: string
  match: MatchPart[]
  /** Percent; empty for all. */
  share: string
  seed: string
}

/** A condition: the value at a path, e.g. `body.chatId`. */
export interface MatchPart {
  /** Unique in the form. */
  id: string
  path: string
  value: string
  /** Type of the value: `79998887766` may be a text or a number. */
  as: 'text' | 'json'
}

/** Creates a draft without conditions, with the first kind of fault the place supports. */
export function createDraft(where: string): FaultDraft {
  const kind = listKinds(where)[0]?.kinds[0]?.kind ?? 'status'
  return { where, kind, options: toOptions({ where, kind }), after: '', times: '', match: [], share: '', seed: '1' }
}

/** Creates an empty condition. */
export function createPart(): MatchPart {
  return { id: crypto.randomUUID(), path: '', value: '', as: 'text' }
}

/** Moves a draft to another place. Its kind stays if the new place supports it. */
export function moveDraft(draft: FaultDraft, where: string): FaultDraft {
  const fits = listKinds(where).some(({ kinds }) => kinds.some(({ kind }) => kind === draft.kind))
  if (!fits) return { ...createDraft(where), after: draft.after, times: draft.times }
  return { ...draft, where, options: { ...toOptions({ where, kind: draft.kind }), ...draft.options } }
}

/** Switches a draft to another kind, with that kind's default options. */
export function changeKind(draft: FaultDraft, kind: string): FaultDraft {
  return { ...draft, kind, options: toOptions({ where: draft.where, kind }) }
}

function toOptions(place: { where: string; kind: string }): Record<string, string> {
  return Object.fromEntries(listFields(place).map(({ name, initial }) => [name, initial]))
}
