import type { CDPSession, Page } from '@playwright/test'
import { type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { openContext } from '../openPage.ts'
import type { CycleKind } from '../page/cycles.tsx'
import { type Resources, trackResources } from './trackResources.ts'

/** Living things of a page, after garbage was collected, as the browser counts them. */
export interface LivingObjects {
  objects: {
    documents: number
    nodes: number
    /** Of anything, e.g. of an AbortSignal. */
    listeners: number
    abortSignals: number
    channels: number
    observers: number
    streams: number
  }
  heapBytes: number
}

/** A page that puts something in and takes it out again. */
export interface Cycles {
  world: OpenWorld
  run: (kind: CycleKind, cycles: number) => Promise<void>
  /** Keeps one of our elements in the page during the action, and the connection with it. */
  withResident: (action: () => Promise<void>) => Promise<void>
  readResources: () => Promise<Resources>
  readLiving: () => Promise<LivingObjects>
}

/** Opens the page in a browser of its own. */
export async function openCycles(): Promise<Cycles> {
  const world = openWorld()
  await world.setCount(3)
  const { context, url } = await openContext()
  await context.addInitScript(trackResources)
  const page = await context.newPage()
  await page.goto(`${url}cycles.html`)
  await page.waitForFunction(() => 'runCycles' in window)
  const browser = await context.newCDPSession(page)
  await browser.send('Performance.enable')
  const { endpoint } = world
  return {
    world,
    run: (kind, cycles) => page.evaluate((parameters) => window.runCycles(parameters), { kind, cycles, endpoint }),
    withResident: async (action) => {
      await page.evaluate((own) => window.addResident(own), endpoint)
      await page.waitForFunction(() => document.querySelector('crm-chat-badge')?.shadowRoot?.querySelector('.cc-badge'))
      await action()
      await page.evaluate((own) => window.removeResident(own), endpoint)
    },
    readResources: () => page.evaluate(() => window.readResources()),
    readLiving: () => readLiving({ page, browser }),
  }
}

async function readLiving({ page, browser }: { page: Page; browser: CDPSession }): Promise<LivingObjects> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  for (let round = 0; round < 3; round += 1) await browser.send('HeapProfiler.collectGarbage')
  const { documents, nodes, jsEventListeners } = await browser.send('Memory.getDOMCounters')
  const { metrics } = await browser.send('Performance.getMetrics')
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  const observers = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']
  const count = (name: string): Promise<number> => countInstances({ browser, name })
  const objects = {
    documents,
    nodes,
    listeners: jsEventListeners,
    abortSignals: await count('AbortSignal'),
    channels: await count('BroadcastChannel'),
    observers: (await Promise.all(observers.map(count))).reduce((total, one) => total + one),
    streams: await count('ReadableStream'),
  }
  return { objects, heapBytes }
}

/** Counts the living objects of a class. */
async function countInstances({ browser, name }: { browser: CDPSession; name: string }): Promise<number> {
  const objectGroup = 'count'
  const { result } = await browser.send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup })
  const { objects } = await browser.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup,
  })
  const { result: length } = await browser.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  })
  await browser.send('Runtime.releaseObjectGroup', { objectGroup })
  return Number(length.value)
}
