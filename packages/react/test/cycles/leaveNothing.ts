import { expect } from 'vitest'
import { type Cycles, type LivingObjects, openCycles } from './openCycles.ts'
import type { Resources } from './trackResources.ts'

/** So many cycles have ended at each of their moments, and loaded all code. */
const firstCycles = 8

/** Growth of a page's heap per cycle, in bytes. */
export interface HeapGrowth {
  bare: number
  kit: number
}

/**
 * Mounts and unmounts components so many times, and compares what is left in the page with what React leaves by itself, in the
 * same page.
 */
export async function leaveNothing(cycles: number): Promise<HeapGrowth> {
  const page = await openCycles()
  await page.run('bare', firstCycles)
  const beforeBare = await page.readLiving()
  await page.run('bare', cycles)
  const afterBare = await page.readLiving()
  const resources = await page.readResources()

  await page.run('kit', firstCycles)
  await untilOver(page)
  await replaceTree(page)
  const beforeKit = await page.readLiving()
  await page.run('kit', cycles)
  await untilOver(page)
  await expect.poll(page.readResources).toEqual(resources)
  await untilNoneIsLeft({ page, before: beforeKit.objects, own: toGrowth(beforeBare.objects, afterBare.objects) })
  const { frameLoads } = await page.world.see()
  expect(frameLoads.length).toBeGreaterThanOrEqual(cycles / 2) // It was all there often enough.
  const { heapBytes } = await page.readLiving()
  return {
    bare: (afterBare.heapBytes - beforeBare.heapBytes) / cycles,
    kit: (heapBytes - beforeKit.heapBytes) / cycles,
  }
}

const untilOver = ({ world }: Cycles) =>
  expect
    .poll(async () => {
      const { openStreams, openFrames } = await world.see()
      return openStreams + openFrames
    })
    .toBe(0)

/** Adds our elements and removes them so many times, and compares what is left with what the first few times have left. */
export async function leaveNoElements(cycles: number): Promise<void> {
  const page = await openCycles()
  const { world } = page
  const before = await page.readResources()
  await page.withResident(async () => {
    await page.run('elements', firstCycles)
    const resources = await page.readResources()
    const { objects } = await page.readLiving()
    await page.run('elements', cycles)
    await expect.poll(async () => listGrown(resources, await page.readResources())).toEqual([])
    await untilNoneIsLeft({ page, before: objects })
    const { frameLoads, openStreams } = await world.see()
    expect(openStreams).toBe(1)
    expect(frameLoads).toHaveLength(2) // That of the window and that of the launcher are kept warm.
  })
  await untilOver(page)
  const themes = 2
  await expect.poll(page.readResources).toEqual({ ...before, styleRules: before.styleRules + themes })
}

/** Lets React let go of its last tree, whose container alone has more than a hundred listeners: each mount keeps the latest. */
const replaceTree = (page: Cycles): Promise<void> => page.run('bare', 1)

type Objects = LivingObjects['objects']

/** A few objects wait for the next mount, React's last tree among them. A leak would have left one for each time. */
const fewObjects = 4

async function untilNoneIsLeft({
  page,
  before,
  own,
}: {
  page: Cycles
  before: Objects
  /** Growth that React itself has caused. */
  own?: Objects
}): Promise<void> {
  const listLeft = async (): Promise<string[]> => {
    if (own) await replaceTree(page)
    const { objects } = await page.readLiving()
    const countLeft = (name: keyof Objects): number => objects[name] - before[name] - (own?.[name] ?? 0)
    return names(before)
      .filter((name) => countLeft(name) >= fewObjects)
      .map((name) => `${countLeft(name)} ${name}`)
  }
  await expect.poll(listLeft).toEqual([])
}

const listGrown = (before: Resources, after: Resources): string[] =>
  names(before).filter((name) => after[name] > before[name])

function toGrowth(before: Objects, after: Objects): Objects {
  return Object.fromEntries(names(before).map((name) => [name, after[name] - before[name]])) as Objects // The same names.
}

/** Object.keys forgets the key type. */
function names<Counts extends object>(counts: Counts): (keyof Counts)[] {
  return Object.keys(counts) as (keyof Counts)[]
}
