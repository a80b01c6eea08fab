import { InvalidOptionError } from '../../store/errors.ts'
import { findNearest } from '../http/findNearest.ts'
import { type Fault, faultKinds } from './fault.ts'
import { type FaultRule, type FaultRuleInput, faultRuleSchema } from './faultRule.ts'
import { type Face, getFace, listTargets } from './listTargets.ts'

/** Reads a rule. @throws {InvalidOptionError} when it is none, is for nothing there is, or its fault cannot happen there */
export function parseFaultRule(input: FaultRuleInput): FaultRule {
  const parsed = faultRuleSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'rule'}: ${message}`)
    throw new InvalidOptionError(`The fault cannot be used: ${problems.join('; ')}`)
  }
  const { operation, fault } = parsed.data
  const targets = listTargets()
  const covered = targets.filter((target) => covers(operation, target))
  if (covered.length === 0) throw toUnknownTarget({ operation, targets })
  if (!covered.some((target) => canHappen({ fault, target }))) throw toUnfitting({ operation, fault, covered, targets })
  return parsed.data
}

/** Whether a rule for `pattern` is one for `operation`. */
export function covers(pattern: string, operation: string): boolean {
  return (
    pattern === '*' || pattern === operation || (pattern.endsWith('.*') && operation.startsWith(pattern.slice(0, -1)))
  )
}

function canHappen({ fault, target }: { fault: Fault; target: string }): boolean {
  return faultKinds[getFace(target)].includes(fault.kind)
}

function toUnknownTarget({ operation, targets }: { operation: string; targets: string[] }): InvalidOptionError {
  const patterns = targets.map((target) => target.replace(/\..*/, '.*'))
  const nearest = findNearest({ wanted: operation, known: [...targets, ...new Set(patterns)] })
  return new InvalidOptionError(`There is no operation ${JSON.stringify(operation)}. The nearest is ${nearest}.`)
}

function toUnfitting({
  operation,
  fault,
  covered,
  targets,
}: {
  operation: string
  fault: Fault
  covered: string[]
  targets: string[]
}): InvalidOptionError {
  const faces = [...new Set(covered.map(getFace))]
  const fitting = targets.filter((target) => canHappen({ fault, target }))
  return new InvalidOptionError(
    `The fault ${fault.kind} cannot happen to ${operation}, which is ${faces.map((face) => words[face]).join(' or ')}: ` +
      `there it is one of ${faces.flatMap((face) => faultKinds[face]).join(', ')}. ` +
      `The nearest operation it can happen to is ${findNearest({ wanted: operation, known: fitting })}.`,
  )
}

const words: Record<Face, string> = { request: 'a request', socket: 'a socket', page: 'a page' }
