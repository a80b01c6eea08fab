import type { Fault } from '../../../src/server/faults/fault.ts'
import type { FaultRuleInput } from '../../../src/server/faults/faultRule.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'

/** A rule in words, e.g. `Every request to wazzup-v2.sendMessage is answered with 503. It hits 2 of them.` */
export function describeRule(rule: FaultRuleInput): string {
  const { operation, fault, match, schedule } = rule
  const parts = match === undefined ? [] : listParts(match)
  const where = parts.length === 0 ? '' : ` where ${parts.join(' and ')}`
  const share = schedule
    ? ` Of what it would hit it hits ${Math.round(schedule.share * 100)} %, the same ones for the seed ${schedule.seed}.`
    : ''
  return `${toSubject({ operation, fault })}${where} ${describeFault(fault)}.${describeCounts(rule)}${share}`
}

/** A rule of webhooks in words. */
export function describeDeliveryFault(
  rule: Pick<DeliveryFault, 'kind'> & Partial<Pick<DeliveryFault, 'vendor' | 'event' | 'delayMs' | 'after' | 'times'>>,
): string {
  const { kind, vendor, event, delayMs } = rule
  const what = event === undefined ? 'Every webhook' : `Every webhook ${event}`
  const whose = vendor === undefined ? '' : ` of ${vendor}`
  const late = kind === 'delay' ? ` ${delayMs} ms` : ''
  const words = { drop: 'is lost', duplicate: 'comes twice', delay: 'comes late', reorder: 'comes after the next one' }
  return `${what}${whose} ${words[kind].replace(' late', `${late} late`)}.${describeCounts(rule)}`
}

function describeCounts({
  after = 0,
  times = null,
}: {
  after?: number | undefined
  times?: number | null | undefined
}): string {
  const passes = after > 0 ? `It lets ${after} pass first` : ''
  const hits = times === null ? '' : `${passes === '' ? 'It' : ' and then'} hits ${times} and no more`
  return passes + hits === '' ? '' : ` ${passes}${hits}.`
}

function toSubject({ operation, fault }: { operation: string; fault: { kind: Fault['kind'] } }): string {
  const whose = operation === '*' ? '' : operation
  if (fault.kind in pageWords) return 'The chats page'
  if (fault.kind in socketWords) return whose === '' ? 'Whatever a socket is to be told' : `What ${whose} is to tell`
  return whose === '' ? 'Every request' : `Every request to ${whose}`
}

function describeFault(fault: FaultRuleInput['fault']): string {
  switch (fault.kind) {
    case 'status':
      return `is answered with ${fault.status}${fault.code === undefined ? '' : ` ${fault.code}`}`
    case 'delay':
      return `is answered ${fault.ms} ms late`
    case 'reset':
      return fault.acted ? 'is carried out, and then the connection is reset' : 'gets its connection reset'
    case 'truncate':
      return 'is carried out, and the answer ends in the middle'
    case 'notJson':
      return `is carried out, and answered ${fault.status ?? 200} with a page instead of JSON`
    case 'drip':
      return `is answered ${fault.bytes ?? 1} bytes at a time, every ${fault.everyMs ?? 100} ms`
    case 'hang':
      return 'is carried out, and never answered'
    case 'flood':
      return `is told ${fault.count ?? 1000} times`
    default:
      return { ...socketWords, ...pageWords }[fault.kind]
  }
}

const socketWords = {
  drop: 'ends the connection instead',
  halfOpen: 'is not told: the connection goes silent without ending',
  flood: 'is told many times',
  outOfOrder: 'comes after the next value',
  garbage: 'comes as something that is no value',
  silent: 'is not told',
}
const pageWords = {
  pageDown: 'does not load',
  refuseFraming: 'refuses to be framed',
  hostileMessages: 'posts hostile messages to the page around it',
  hugeHeight: 'is a hundred thousand pixels high',
}

/** The values that a rule asks for, by their paths: `body.chatId is "7"`. */
function listParts(match: object, path = ''): string[] {
  return Object.entries(match).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? listParts(value, `${path}${name}.`)
      : [`${path}${name} is ${JSON.stringify(value)}`],
  )
}
