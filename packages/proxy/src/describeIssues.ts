import type * as z from 'zod'

type Issue = z.core.$ZodIssue

/** Describes the problems of an input, the first `max` of them: it names the fields, never their values. */
export function describeIssues(issues: readonly Issue[], max = 5): string {
  return issues.slice(0, max).map(describeIssue).join('; ')
}

function describeIssue(issue: Issue): string {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return describeKeys({ path, keys: issue.keys })
  return path ? `${path}: ${describeProblem(issue)}` : describeProblem(issue)
}

function describeKeys({ path, keys }: { path: string; keys: string[] }): string {
  const names = keys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 64)))
  return `unknown field ${names.join(', ')}${path ? ` in ${path}` : ''}`
}

function describeProblem(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'nonoptional' ? 'is missing' : `must be of type ${issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must have at least ${issue.minimum}`
    case 'too_big':
      return `must have at most ${issue.maximum}`
    case 'invalid_union':
      return 'matches none of the allowed forms'
    case 'custom':
      return issue.message // A schema's own words.
    default:
      return 'is invalid'
  }
}
