import { InvalidOptionError } from '../../store/errors.ts'
import { describeIssues } from '../../store/input/describeIssues.ts'
import { explained } from '../../store/input/explainIssue.ts'
import { findNearest } from '../../store/input/findNearest.ts'
import type { Face, FaultTargets } from './fault.ts'
import { type Fault, faultKinds } from './fault.ts'
import { type FaultRule, type FaultRuleInput, faultRuleSchema } from './faultRule.ts'

/**
 * Validates a rule.
 * @throws {InvalidOptionError} for a malformed rule, an unknown operation, or a fault that the operation does not support
 */
export function parseFaultRule(input: FaultRuleInput, targets: FaultTargets): FaultRule {
  const parsed = faultRuleSchema.safeParse(input, explained)
  if (!parsed.success) {
    throw new InvalidOptionError(`The fault is invalid: ${describeIssues({ error: parsed.error, whole: 'rule' })}`)
  }
  const { operation, fault } = parsed.data
  const covered = [...targets.keys()].filter((target) => covers(operation, target))
  if (covered.length === 0) throw toUnknownTarget({ operation, targets })
  const isSupported = covered.some((target) => isPossible({ fault, face: targets.get(target) }))
  if (!isSupported) throw toUnsupported({ operation, fault, covered, targets })
  return parsed.data
}

/** True if a rule for `pattern` applies to `operation`. */
export function covers(pattern: string, operation: string): boolean {
  return (
    pattern === '*' || pattern === operation || (pattern.endsWith('.*') && operation.startsWith(pattern.slice(0, -1)))
  )
}

function isPossible({ fault, face }: { fault: Fault; face: Face | undefined }): boolean {
  return face !== undefined && faultKinds[face].includes(fault.kind)
}

function toUnknownTarget({ operation, targets }: { operation: string; targets: FaultTargets }): InvalidOptionError {
  const patterns = [...targets.keys()].map((target) => target.replace(/\..*/, '.*'))
  const nearest = findNearest({ text: operation, known: [...targets.keys(), ...new Set(patterns)] })
  return new InvalidOptionError(`There is no operation ${JSON.stringify(operation)}. The nearest is ${nearest}.`)
}

function toUnsupported({
  operation,
  fault,
  covered,
  targets,
}: {
  operation: string
  fault: Fault
  covered: string[]
  targets: FaultTargets
}): InvalidOptionError {
  const faces = [...new Set(covered.flatMap((target) => targets.get(target) ?? []))]
  const supporting = [...targets].flatMap(([target, face]) => (isPossible({ fault, face }) ? target : []))
  return new InvalidOptionError(
    `The fault ${fault.kind} is not possible for ${operation}, which is ${faces.map((face) => words[face]).join(' or ')}. ` +
      `Possible faults there: ${faces.flatMap((face) => faultKinds[face]).join(', ')}. ` +
      `The nearest operation with this fault is ${findNearest({ text: operation, known: supporting })}.`,
  )
}

const words: Record<Face, string> = { request: 'a request', socket: 'a socket', page: 'a page' }
