import { describe, expect, it } from 'vitest'
import { faultTargets } from '../../emulatedVendors.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { createFaults, type Faults } from './createFaults.ts'
import { isHttpFault } from './fault.ts'

const operation = 'wazzup-v2.sendMessage'
const fault = { kind: 'status', status: 503 } as const

function takeMany(faults: Faults, count: number): boolean[] {
  return Array.from({ length: count }, () => faults.take({ operation, fits: isHttpFault, data: {} }) !== undefined)
}

describe('faults', () => {
  it('skip some requests, apply a number of times, and count', () => {
    const faults = createFaults(faultTargets)
    faults.add({ operation, fault, after: 1, times: 2 })
    expect(takeMany(faults, 5)).toEqual([false, true, true, false, false])
    expect(faults.list()).toMatchObject([{ id: 'fault-1', seen: 5, hits: 2 }])
  })

  it.each(['wazzup-v2.*', '*', operation])('for %s apply to the operation', (pattern) => {
    const faults = createFaults(faultTargets)
    faults.add({ operation: pattern, fault })
    expect(takeMany(faults, 1)).toEqual([true])
  })

  it('do not apply to another operation, another place or other values', () => {
    const faults = createFaults(faultTargets)
    faults.add({ operation: 'wazzup-v2.createIframe', fault })
    faults.add({ operation: '*', fault: { kind: 'drop' } })
    faults.add({ operation, fault, match: { body: { chatId: '1' } } })
    expect(takeMany(faults, 1)).toEqual([false])
    const hit = faults.take({ operation, fits: isHttpFault, data: { body: { chatId: '1', text: 'Hello' } } })
    expect(hit).toEqual({ id: 'fault-3', fault })
  })

  it('neither apply nor count while switched off, and continue where they were', () => {
    const faults = createFaults(faultTargets)
    const { id } = faults.add({ operation, fault, times: 2 })
    expect(takeMany(faults, 1)).toEqual([true])
    expect(faults.set(id, false)).toBe(true)
    expect(takeMany(faults, 1)).toEqual([false])
    expect(faults.list()).toMatchObject([{ on: false, seen: 1, hits: 1 }])
    faults.set(id, true)
    expect(takeMany(faults, 2)).toEqual([true, false])
    expect(faults.set('fault-9', true)).toBe(false)
  })

  it('follow the same schedule for the same seed', () => {
    const run = (seed: number): boolean[] => {
      const faults = createFaults(faultTargets)
      faults.add({ operation, fault, schedule: { seed, share: 0.5 } })
      return takeMany(faults, 64)
    }
    expect(run(7)).toEqual(run(7))
    expect(run(7)).not.toEqual(run(8))
    expect(new Set(run(7)).size).toBe(2)
  })

  it('stop applying when they are removed', () => {
    const faults = createFaults(faultTargets)
    const { id } = faults.add({ operation, fault })
    expect([faults.remove(id), faults.remove(id)]).toEqual([true, false])
    faults.add({ operation, fault })
    faults.clear()
    expect(takeMany(faults, 1)).toEqual([false])
  })

  it.each([
    [
      'for an operation there is not',
      { operation: 'wazzup-v2.sendMesage', fault },
      'There is no operation "wazzup-v2.sendMesage". The nearest is wazzup-v2.sendMessage.',
    ],
    ['for a vendor there is not', { operation: 'wazzup-v4.*', fault }, 'The nearest is wazzup-v2.*.'],
    [
      'where they cannot happen',
      { operation: 'wazzup-v3.watchUnanswered', fault },
      'The fault status is not possible for wazzup-v3.watchUnanswered, which is a socket. Possible faults there: drop, ' +
        'halfOpen, flood, outOfOrder, garbage, silent. The nearest operation with this fault is wazzup-v3.fetchUnanswered.',
    ],
    [
      'for a vendor that has no place for them',
      { operation: 'wazzup-tech.*', fault: { kind: 'drop' } as const },
      'The fault drop is not possible for wazzup-tech.*, which is a request',
    ],
    [
      'for a page, when they are for a socket',
      { operation: 'chats.openPage', fault: { kind: 'garbage' } as const },
      'which is a page. Possible faults there: pageDown, refuseFraming, hostileMessages, hugeHeight.',
    ],
    ['without sense', { operation, fault: { kind: 'status', status: 200 } as const }, 'fault.status'],
    ['with a status that has no body', { operation, fault: { kind: 'notJson', status: 204 } as const }, 'no body'],
    ['to happen never', { operation, fault, times: 0 }, 'times'],
  ])('are rejected %s', (_, rule, message) => {
    expect(() => createFaults(faultTargets).add(rule)).toThrow(InvalidOptionError)
    expect(() => createFaults(faultTargets).add(rule)).toThrow(message)
  })

  it('suggest the nearest name for an unknown fault', () => {
    const rule = JSON.parse(`{"operation": "${operation}", "fault": {"kind": "hangs"}}`)
    expect(() => createFaults(faultTargets).add(rule)).toThrow('There is no fault "hangs". The nearest is hang.')
  })
})
