import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { histories } from './histories.ts'
import { loadClient } from './loadClient.ts'
import { regressions } from './regressions.ts'
import type { Model, Step } from './steps.ts'
import { ann, createWorld, current, type World } from './world.ts'

vi.mock('ws', () => ({
  WebSocket: class {
    constructor(address: URL) {
      if (!current.Socket) throw new Error('There is no host.')
      // biome-ignore lint/correctness/noConstructorReturn: it stands in for a class that is not known yet.
      return new current.Socket(address)
    }
  },
}))
vi.mock('../../packages/vendors/src/unanswered/openPolling.ts', () => ({
  openPolling: async ({ onEnd }: { onEnd: (end: { code: string }) => void }) => {
    setTimeout(() => onEnd({ code: 'ECONNREFUSED' }), 1)
    return { send: () => undefined, close: () => undefined }
  },
}))

/** Time within which every tab is right once the last fault of the vendor is over. */
const recoveryMs = 2_000

const rounds = Number(process.env.MODEL_SEEDS ?? 1_000)
const first = Number(process.env.MODEL_FIRST_SEED ?? 1)
const perTest = 50
const seen = { seeds: new Set<number>(), faults: 0, withoutFault: 0 }

async function play({ history, seed }: { history: Iterable<Step>; seed: number }): Promise<Model> {
  const world = createWorld({ random: createRandom(seed), processes: 1 + (seed % 2) })
  const model: Model = { last: seed, tabs: 1, faults: 0, isCrmHurt: false }
  try {
    world.vendor.set(ann, seed)
    world.openTab()
    await world.time.advance(200)
    await fc.asyncModelRun(() => ({ model, real: world }), history)
    if (model.faults === 0) {
      model.faults += 1
      world.vendor.drop(ann)
    }
    if (model.isCrmHurt) await hurtVendorAgain({ world, model })
    await world.time.advance(recoveryMs)
    const shown = world.tabs.map(({ chat }) => chat.unanswered.getState())
    expect(shown).toMatchObject(world.tabs.map(() => ({ status: 'live', count: model.last })))
    expect(world.tabs.flatMap(({ problems }) => problems)).toEqual([])
    expect(world.uncaught).toEqual([])
  } finally {
    await world.end()
  }
  return model
}

/** Lets the tabs find their CRM again, at their own pace, before the vendor has a last fault and a new number. */
async function hurtVendorAgain({
  world: { tabs, time, vendor },
  model,
}: {
  world: World
  model: Model
}): Promise<void> {
  const areLive = (): boolean => tabs.every(({ chat }) => chat.unanswered.getState().status === 'live')
  await time.advance(1_000) // Announced ends come first.
  for (let waited = 0; waited < 45_000 && !areLive(); waited += 100) await time.advance(100)
  model.last += 1
  vendor.drop()
  vendor.set(ann, model.last)
}

/** Numbers that are the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function playSeed(seed: number): Promise<void> {
  const property = fc.asyncProperty(histories, async (history) => {
    const { faults } = await play({ history, seed })
    seen.faults += faults
    if (faults === 0) seen.withoutFault += 1
  })
  await fc.assert(property, { seed, numRuns: 1 })
  seen.seeds.add(seed)
}

// So that no history waits for it.
beforeAll(loadClient)

beforeAll(() => import('ws'))

describe('the tabs of a user end at the last number of the vendor, and show no other', () => {
  const groups = Array.from({ length: Math.ceil(rounds / perTest) }, (_, index) => first + index * perTest)
  it.each(groups)(`seeds from %i, ${perTest} of them`, async (from) => {
    for (let seed = from; seed < Math.min(from + perTest, first + rounds); seed += 1) await playSeed(seed)
  })

  it('in as many histories as there are seeds, each with a fault', () => {
    // biome-ignore lint/suspicious/noConsole: the log of a run names its seeds.
    console.info(`${seen.seeds.size} seeds from ${first} to ${first + rounds - 1}, ${seen.faults} faults`)
    expect(seen).toMatchObject({
      seeds: new Set(Array.from({ length: rounds }, (_, index) => first + index)),
      withoutFault: 0,
    })
  })
})

describe('a history that fails without a control', () => {
  it.each(regressions)('passes: $title', async ({ seed, history }) => {
    await play({ seed, history })
  })
})
