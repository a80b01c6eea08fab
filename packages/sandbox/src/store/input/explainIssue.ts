import type * as z from 'zod'
import { explainUnknownKeys } from './explainUnknownKeys.ts'

type Issue<Code extends string> = Extract<z.core.$ZodRawIssue, { code: Code }>

/** Options for a parser, so that it explains its issues as {@link explainIssue} does. */
export const explained: z.core.ParseContext<z.core.$ZodIssue> = { error: (issue) => explainIssue(issue) }

/**
 * Explains why a value is invalid and which ones are valid, to follow the name of its field: `must be a list, not a text`.
 * A schema's own messages go first. This is the only wording of validation errors, for all APIs.
 */
function explainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue)
    case 'too_small':
    case 'too_big':
      return explainSize(issue)
    case 'invalid_format':
      return explainFormat(issue)
    case 'invalid_value':
      return expect(oneOf(issue.values), toName(issue.input))
    case 'invalid_union':
      return explainUnion(issue)
    case 'unrecognized_keys':
      return explainUnknownKeys(issue)
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'invalid_key':
      return 'has a key that is not allowed'
    default:
      return issue.message ?? 'has a value that is not allowed'
  }
}

function explainType({ expected, input }: Issue<'invalid_type'>): string {
  const isFraction = expected === 'int' && typeof input === 'number'
  return expect(types[expected] ?? `a value of the type ${expected}`, isFraction ? String(input) : toKind(input))
}

/** Names of types as people say them. */
const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function expect(expected: string, given: string | undefined): string {
  return given === undefined ? `is required and must be ${expected}` : `must be ${expected}, not ${given}`
}

/** The kind of a value; nothing for a missing one. The value itself may be a key in the wrong place. */
function toKind(input: unknown): string | undefined {
  if (input === undefined) return undefined
  if (input === null || typeof input === 'boolean') return String(input)
  if (Array.isArray(input)) return 'a list'
  return typeof input === 'object' ? 'an object' : typeof input === 'string' ? 'a text' : 'a number'
}

/** A value that is not one of several names. */
function toName(input: unknown): string | undefined {
  return typeof input === 'string' && input.length <= 40 ? JSON.stringify(input) : toKind(input)
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map((value) => JSON.stringify(value))
  return names.length === 1 ? `${names[0]}` : `one of ${names.join(', ')}`
}

function explainSize(issue: Issue<'too_small' | 'too_big'>): string {
  const { origin, inclusive = true, exact = false, input } = issue
  const isSmall = issue.code === 'too_small'
  const limit = isSmall ? issue.minimum : issue.maximum
  const unit = units[origin]
  if (!unit)
    return `must be ${inclusive ? `${limit} or ${isSmall ? 'more' : 'less'}` : `${isSmall ? 'more' : 'less'} than ${limit}`}`
  if (isSmall && limit === 1) return `must not be empty`
  const amount = exact ? 'exactly' : isSmall ? 'at least' : 'at most'
  return `must have ${amount} ${limit} ${unit}, and has ${toLength(input)}`
}

/** Units of the length of a value, by its type. */
const units: Record<string, string> = {
  string: 'characters',
  array: 'items',
  set: 'items',
  map: 'items',
  file: 'bytes',
}

function toLength(input: unknown): number {
  return typeof input === 'string' || Array.isArray(input) ? input.length : Number(Reflect.get(Object(input), 'size'))
}

function explainFormat(issue: Issue<'invalid_format'>): string {
  if (issue.format === 'regex') return explainPattern('pattern' in issue ? String(issue.pattern) : '')
  return `must be ${formats[issue.format] ?? `a valid ${issue.format}`}`
}

/** Formats, each with an example where there is one. */
const formats: Record<string, string> = {
  url: 'an http or https address, e.g. https://example.com/page',
  guid: 'a UUID, e.g. 3376e1c3-26a6-478b-b964-72bf01cc22cb',
  uuid: 'a UUID, e.g. 3376e1c3-26a6-478b-b964-72bf01cc22cb',
  datetime: 'a date and time in ISO 8601, e.g. 2026-07-30T09:31:00Z',
  date: 'a date in ISO 8601, e.g. 2026-07-30',
  email: 'an e-mail address, e.g. ann@example.com',
  base64: 'in base64',
}

function explainPattern(pattern: string): string {
  return pattern === String(/^\d+$/) ? 'must have digits only' : `must match the pattern ${pattern}`
}

/** A union of which no part is closer to the value than the others. */
function explainUnion(issue: Issue<'invalid_union'>): string {
  const { input } = issue
  if ('options' in issue && Array.isArray(issue.options)) {
    const given =
      typeof input === 'object' && input !== null ? Reflect.get(input, String(issue.discriminator)) : undefined
    return expect(oneOf(issue.options), toName(given))
  }
  const expected = issue.errors
    .flat()
    .flatMap((part) => (part.code === 'invalid_type' ? [types[part.expected] ?? []].flat() : []))
  return expected.length > 0
    ? expect([...new Set(expected)].join(' or '), toKind(input))
    : 'has a value that is not allowed'
}
