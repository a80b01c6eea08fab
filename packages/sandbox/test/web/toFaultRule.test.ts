import { describe, expect, it } from 'vitest'
import { faultTargets } from '../../src/emulatedVendors.ts'
import { createFaults } from '../../src/server/faults/createFaults.ts'
import { faultRuleSchema } from '../../src/server/faults/faultRule.ts'
import { deliveryFaultSchema } from '../../src/server/webhooks/deliveryFaults.ts'
import { describeDraft } from '../../web/inspector/faults/describeFault.ts'
import { changeKind, createDraft, createPart, moveDraft } from '../../web/inspector/faults/faultDraft.ts'
import { listKinds, webhooksPlace } from '../../web/inspector/faults/faultKinds.ts'
import { presets } from '../../web/inspector/faults/presets.ts'
import { toFaultRule } from '../../web/inspector/faults/toFaultRule.ts'

const places = ['*', 'chats.*', 'wazzup-v2.*', ...faultTargets.keys()]
const kindsOf = (where: string) => listKinds(where).flatMap(({ kinds }) => kinds.map(({ kind }) => kind))

describe('the fault form', () => {
  it('builds a valid rule of every kind in every place', () => {
    const faults = createFaults(faultTargets)
    for (const where of places) {
      for (const kind of kindsOf(where)) {
        const { body } = toFaultRule(changeKind(createDraft(where), kind))
        expect(() => faults.add(faultRuleSchema.parse(body)), `${where} ${kind}`).not.toThrow()
      }
    }
  })

  it('builds a valid rule of every kind of webhook fault', () => {
    for (const kind of kindsOf(webhooksPlace)) {
      const { path, body } = toFaultRule(changeKind(createDraft(webhooksPlace), kind))
      expect(path).toBe('/webhooks/faults')
      expect(deliveryFaultSchema.parse(body)).toMatchObject({ kind })
    }
  })

  it.each(presets)('builds a valid rule from the preset "$name"', ({ draft }) => {
    const { path, body } = toFaultRule(draft)
    const schema = path === '/faults' ? faultRuleSchema : deliveryFaultSchema
    expect(() => schema.parse(body)).not.toThrow()
    expect(describeDraft({ path, body })).toMatch(/^[A-Z].*\.$/)
  })

  it('nests conditions by their paths, and converts values to their type', () => {
    const draft = {
      ...createDraft('wazzup-v3.watchUnanswered'),
      match: [
        { ...createPart(), path: 'value.counter', value: '7', as: 'json' as const },
        { ...createPart(), path: 'value.type', value: '7' },
        { ...createPart(), path: 'userId', value: '9' },
        createPart(),
      ],
    }
    expect(toFaultRule(draft).body).toMatchObject({ match: { value: { counter: 7, type: '7' }, userId: '9' } })
  })

  it('keeps a kind that the new place supports, and changes it otherwise', () => {
    const draft = changeKind(createDraft('wazzup-v2.sendMessage'), 'hang')
    expect(moveDraft(draft, 'wazzup-v3.sendMessage').kind).toBe('hang')
    expect(moveDraft(draft, 'chats.openPage').kind).toBe('pageDown')
  })
})
