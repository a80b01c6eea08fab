import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'
import type { Fault, FaultTargets } from './fault.ts'
import type { ActiveFaultRule, FaultRuleInput } from './faultRule.ts'
import { includesPart } from './includesPart.ts'
import { covers, parseFaultRule } from './parseFaultRule.ts'

/** The faults of one account. */
export interface Faults {
  /** Adds a rule. @throws {InvalidOptionError} for an invalid rule, or one its operation does not support */
  add: (rule: FaultRuleInput) => ActiveFaultRule
  /** Switches a rule on or off; it keeps its counts. @returns false when there is no such rule. */
  set: (id: string, on: boolean) => boolean
  /** @returns false when there is no such rule. */
  remove: (id: string) => boolean
  clear: () => void
  list: () => ActiveFaultRule[]
  /** Every operation that a rule can name. */
  operations: () => string[]
  /** Called once per request or value. The first matching rule wins. @returns the fault to apply, if any */
  take: <Kind extends Fault>(parameters: {
    operation: string
    /** Faults that are possible here; rules with others are ignored. */
    fits: (fault: Fault) => fault is Kind
    /** Data that a rule's `match` is compared with. */
    data: unknown
  }) => { id: string; fault: Kind } | undefined
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

interface Entry {
  rule: ActiveFaultRule
  /** Decides by the rule's schedule whether the next match is hit. */
  next: () => boolean
}

/** Creates the faults of one account, without rules. `targets` are the operations that rules can name. */
export function createFaults(targets: FaultTargets): Faults {
  const entries = new Map<string, Entry>()
  const { notify, subscribe } = createSubscribers()
  let lastId = 0
  return {
    add(input) {
      const parsed = parseFaultRule(input, targets)
      const rule: ActiveFaultRule = { ...parsed, id: `fault-${++lastId}`, seen: 0, hits: 0 }
      entries.set(rule.id, { rule, next: toSchedule(parsed.schedule) })
      notify()
      return { ...rule }
    },
    set(id, on) {
      const entry = entries.get(id)
      if (entry) entry.rule.on = on
      if (entry) notify()
      return entry !== undefined
    },
    remove(id) {
      const removed = entries.delete(id)
      if (removed) notify()
      return removed
    },
    clear() {
      entries.clear()
      notify()
    },
    operations: () => [...targets.keys()],
    list: () => [...entries.values()].map(({ rule }) => ({ ...rule })),
    take({ operation, fits, data }) {
      for (const entry of entries.values()) {
        const { rule } = entry
        const { fault } = rule
        if (!rule.on || !covers(rule.operation, operation) || !fits(fault)) continue
        if (!includesPart(data, rule.match ?? {})) continue
        const isHit = count(entry)
        notify()
        if (isHit) return { id: rule.id, fault }
      }
      return undefined
    },
    subscribe,
  }
}

/** Counts a match. @returns whether the rule applies to it */
function count({ rule, next }: Entry): boolean {
  rule.seen++
  if (rule.seen <= rule.after || (rule.times !== null && rule.hits >= rule.times) || !next()) return false
  rule.hits++
  return true
}

function toSchedule(schedule: { seed: number; share: number } | undefined): () => boolean {
  if (!schedule) return () => true
  const sequence = createSequence(schedule.seed)
  return () => sequence() < schedule.share
}

/** Creates a sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
function createSequence(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
