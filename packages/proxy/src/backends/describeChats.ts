import type { InvalidParametersError } from '@crm-chat/vendors/wazzup-v2'
import { describeIssues } from '../describeIssues.ts'
import type { DescribeIssues } from './createGuard.ts'

type Issue = InvalidParametersError['issues'][number]

/** Names the chat of a window request that the vendor's client refuses, by its place in that request. */
export function describeWindow({ chats, activeChat }: { chats: string; activeChat: string }): DescribeIssues {
  return (issues) =>
    describeFirst({
      issues: issues.flatMap(toObjectIssues),
      placeOf: ([field, index]) => {
        if (field === chats && index !== undefined) return { place: `chats.${String(index)}`, depth: 2 }
        return field === activeChat ? { place: 'activeChat', depth: 1 } : undefined
      },
    })
}

/** A vendor's client may also take a list of one for an active chat; the browser's request knows an object only. */
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
