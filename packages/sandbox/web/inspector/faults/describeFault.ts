import type { Fault } from '../../../src/server/faults/fault.ts'
import type { FaultRuleInput } from '../../../src/server/faults/faultRule.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'
import type { DraftRule } from './toFaultRule.ts'

/** Describes a rule of the form in a sentence. Its numbers may still be missing: the text follows the typed values. */
export function describeDraft({ path, body }: DraftRule): string {
  // The form builds only valid kinds, each with its own fields.
  return path === '/faults'
    ? describeRule(body as unknown as FaultRuleInput)
    : describeDeliveryFault(body as unknown as DeliveryFault)
}

/** Describes a rule, e.g. `Every request to wazzup-v2.sendMessage gets a 503 response. Applies 2 times.` */
export function describeRule(rule: FaultRuleInput): string {
  const { operation, fault, match, schedule } = rule
  const parts = match === undefined ? [] : listParts(match)
  const where = parts.length === 0 ? '' : ` where ${parts.join(' and ')}`
  const share = schedule ? ` Applies to ${Math.round(schedule.share * 100)} %, selected by seed ${schedule.seed}.` : ''
  return `${toSubject({ operation, fault })}${where} ${describeFault(fault)}.${describeCounts(rule)}${share}`
}

/** Describes a rule of webhooks. */
export function describeDeliveryFault(
  rule: Pick<DeliveryFault, 'kind'> & Partial<Pick<DeliveryFault, 'vendor' | 'event' | 'delayMs' | 'after' | 'times'>>,
): string {
  const { kind, vendor, event, delayMs } = rule
  const subject = event === undefined ? 'Every webhook' : `Every "${event}" webhook`
  const origin = vendor === undefined ? '' : ` of ${vendor}`
  const effects = {
    drop: 'is lost',
    duplicate: 'is sent twice',
    delay: `is sent ${delayMs} ms late`,
    reorder: 'is sent after the next one',
  }
  return `${subject}${origin} ${effects[kind]}.${describeCounts(rule)}`
}

function describeCounts({
  after = 0,
  times = null,
}: {
  after?: number | undefined
  times?: number | null | undefined
}): string {
  const skip = after > 0 ? `skips the first ${after}` : null
  const apply = times === null ? null : `applies ${times === 1 ? 'once' : `${times} times`}`
  const text = [skip, apply].filter((part) => part !== null).join(', then ')
  return text === '' ? '' : ` ${text[0]?.toUpperCase()}${text.slice(1)}.`
}

function toSubject({ operation, fault }: { operation: string; fault: { kind: Fault['kind'] } }): string {
  const isAll = operation === '*'
  if (fault.kind in pageEffects) return 'The chats page'
  if (fault.kind in socketEffects) return isAll ? 'Every socket message' : `Every message from ${operation}`
  return isAll ? 'Every request' : `Every request to ${operation}`
}

function describeFault(fault: FaultRuleInput['fault']): string {
  switch (fault.kind) {
    case 'status':
      return `gets a ${fault.status}${fault.code === undefined ? '' : ` ${fault.code}`} response`
    case 'delay':
      return `gets its response ${fault.ms} ms late`
    case 'reset':
      return fault.acted ? 'is processed, then the connection is reset' : 'has its connection reset'
    case 'truncate':
      return 'is processed, but the response is cut off'
    case 'notJson':
      return `is processed, but gets a ${fault.status ?? 200} HTML page instead of JSON`
    case 'drip':
      return `gets its response ${fault.bytes ?? 1} bytes at a time, every ${fault.everyMs ?? 100} ms`
    case 'hang':
      return 'is processed, but never gets a response'
    case 'flood':
      return `is sent ${fault.count ?? 1000} times`
    default:
      return { ...socketEffects, ...pageEffects }[fault.kind]
  }
}

const socketEffects = {
  drop: 'closes the connection instead',
  halfOpen: 'is withheld: the connection goes silent without closing',
  flood: 'is sent many times',
  outOfOrder: 'is sent after the next one',
  garbage: 'is replaced by a malformed one',
  silent: 'is not sent',
}
const pageEffects = {
  pageDown: 'does not load',
  refuseFraming: 'refuses to be framed',
  hostileMessages: 'posts hostile messages to its host page',
  hugeHeight: 'is a hundred thousand pixels high',
}

/** Lists the conditions of a rule by their paths: `body.chatId is "7"`. */
function listParts(match: object, path = ''): string[] {
  return Object.entries(match).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? listParts(value, `${path}${name}.`)
      : [`${path}${name} is ${JSON.stringify(value)}`],
  )
}
