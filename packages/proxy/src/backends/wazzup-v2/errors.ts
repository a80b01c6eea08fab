import type { InvalidParametersError } from '@crm-chat/vendors/wazzup-v2'
import type { ChatContact } from '../../backend.ts'
import { describeIssues } from '../../describeIssues.ts'

type Issue = InvalidParametersError['issues'][number]

/** Names the chat of a window request that the vendor refuses, by its place in that request. */
export function describeWindowIssues(issues: readonly Issue[]): string | undefined {
  return describeFirst({
    issues: issues.flatMap(toObjectIssues),
    placeOf: ([field, index]) => {
      if (field === 'filter' && index !== undefined) return { place: `chats.${String(index)}`, depth: 2 }
      return field === 'activeChat' ? { place: field, depth: 1 } : undefined
    },
  })
}

/** Names the contact whose chats the vendor refuses. */
export function describeContactIssues({
  issues,
  contacts,
}: {
  issues: readonly Issue[]
  contacts: ChatContact[]
}): string | undefined {
  return describeFirst({
    issues,
    placeOf: ([index, field]) => {
      const contact = contacts[Number(index)]
      return contact && field === 'chats' ? { place: `the chats of contact ${contact.id}`, depth: 3 } : undefined
    },
  })
}

/** The vendor's client also takes a list of one for an active chat; the browser's request knows an object only. */
function toObjectIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  return (issue.errors[0] ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** Describes the problems of the first place that has any. `depth`: the part of a path that leads to the place. */
function describeFirst({
  issues,
  placeOf,
}: {
  issues: readonly Issue[]
  placeOf: (path: PropertyKey[]) => { place: string; depth: number } | undefined
}): string | undefined {
  const first = issues[0] && placeOf(issues[0].path)
  if (!first) return undefined
  const own = issues.filter(({ path }) => placeOf(path)?.place === first.place)
  return `In ${first.place}: ${describeIssues(own.map((issue) => ({ ...issue, path: issue.path.slice(first.depth) })))}.`
}
