import type { InvalidParametersError } from '@crm-chat/vendors/wazzup-v2'
import { describeIssues } from '../describeIssues.ts'
import type { DescribeIssues } from './createGuard.ts'

type Issue = InvalidParametersError['issues'][number]

/**
 * Describes what a vendor's client refused by the names that the request has. `names` has the vendor's paths, the longest first, e.g.
 * `['contentUri', 'fileUrl']`.
 */
export function describeFields(names: [vendors: string, ours: string][]): DescribeIssues {
  return (issues) => {
    if (issues.length === 0) return undefined
    return `${describeIssues(issues.flatMap(toInnerIssues).map((issue) => rename({ issue, names })))}.`
  }
}

function rename({ issue, names }: { issue: Issue; names: [string, string][] }): Issue {
  const path = issue.path.map(String).join('.')
  const found = names.find(([vendors]) => path === vendors || path.startsWith(`${vendors}.`))
  if (!found) return issue
  const [vendors, ours] = found
  return { ...issue, path: `${ours}${path.slice(vendors.length)}`.split('.').filter(Boolean) }
}

/** Of a value that matches none of several forms, the problems with the form that it comes closest to. */
function toInnerIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const closest = [...issue.errors].sort((one, other) => depthOf(other) - depthOf(one))[0] ?? []
  if (closest.length === 0) return [issue]
  return closest.flatMap((inner) => toInnerIssues({ ...inner, path: [...issue.path, ...inner.path] }))
}

function depthOf(issues: readonly Issue[]): number {
  return Math.min(...issues.map(({ path }) => path.length))
}
