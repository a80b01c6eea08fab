import { listFields } from './faultFields.ts'
import { listKinds } from './faultKinds.ts'

/** A rule as it stands in the form: texts, as they were typed. */
export interface FaultDraft {
  /** An operation, a pattern of them, or {@link webhooksPlace}. */
  where: string
  kind: string
  /** What the kind is told, by the names of its fields. */
  options: Record<string, string>
  after: string
  times: string
  match: MatchPart[]
  /** Percent; empty for all. */
  share: string
  seed: string
}

/** A value that has to be at a path, e.g. `body.chatId`. */
export interface MatchPart {
  /** Tells it from the others in the form. */
  id: string
  path: string
  value: string
  /** How the value is meant: `79998887766` may be a text or a number. */
  as: 'text' | 'json'
}

/** A rule that hits everything in a place, in the first way that can happen there. */
export function createDraft(where: string): FaultDraft {
  const kind = listKinds(where)[0]?.kinds[0]?.kind ?? 'status'
  return { where, kind, options: toOptions({ where, kind }), after: '', times: '', match: [], share: '', seed: '1' }
}

/** A condition that is still to be filled in. */
export function createPart(): MatchPart {
  return { id: crypto.randomUUID(), path: '', value: '', as: 'text' }
}

/** The draft in another place: its kind stays, if it can happen there too. */
export function moveDraft(draft: FaultDraft, where: string): FaultDraft {
  const fits = listKinds(where).some(({ kinds }) => kinds.some(({ kind }) => kind === draft.kind))
  if (!fits) return { ...createDraft(where), after: draft.after, times: draft.times }
  return { ...draft, where, options: { ...toOptions({ where, kind: draft.kind }), ...draft.options } }
}

/** The draft with another kind, told what that one is told at first. */
export function changeKind(draft: FaultDraft, kind: string): FaultDraft {
  return { ...draft, kind, options: toOptions({ where: draft.where, kind }) }
}

function toOptions(place: { where: string; kind: string }): Record<string, string> {
  return Object.fromEntries(listFields(place).map(({ name, initial }) => [name, initial]))
}
