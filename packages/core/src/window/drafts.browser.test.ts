import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSteppedClock } from '../../test/createSteppedClock.ts'
import {
  countLoads,
  openClient,
  readDraft,
  type ShownWindow,
  showWindow,
  until,
  untilReady,
} from '../../test/openWindow.ts'
import { type OpenWorld, openWorld } from '../../test/openWorld.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A field of the CRM, where somebody looks something up. */
function addField(): HTMLInputElement {
  const field = document.body.appendChild(document.createElement('input'))
  onTestFinished(() => field.remove())
  return field
}

/** Clicks into the field of the vendor's page, which is in the middle of the frame. */
async function enter({ frames }: ShownWindow): Promise<void> {
  const frame = frames().find(({ style }) => style.visibility === '')
  if (!frame) throw new Error('No frame is seen.')
  await userEvent.click(frame)
  await until(() => frames().some((frame) => frame === document.activeElement))
}

test('a day: links of eight hours end under a draft, which stays, and are renewed where nobody sees it', async () => {
  const world = openWorld()
  const clock = createSteppedClock()
  const chat = openClient({ world, clock, expiresInMs: 8 * hourMs })
  const shown = showWindow({ chat })
  await untilReady(shown)
  const field = addField()
  let isBare = false
  const watch = new MutationObserver(() => {
    isBare ||= !shown.frames().some((frame) => frame.style.visibility === '')
  })
  watch.observe(document.body, { childList: true, subtree: true })
  onTestFinished(() => watch.disconnect())

  for (let shift = 1; shift <= 3; shift += 1) {
    await clock.advance(8 * hourMs - 2 * minuteMs)
    await enter(shown)
    await userEvent.keyboard('Your price is')
    await clock.advance(minuteMs)
    field.focus()
    await clock.advance(4 * minuteMs) // The link ends meanwhile.
    await enter(shown)
    await userEvent.keyboard('{End} 7')
    expect(await readDraft(world)).toBe('Your price is 7')
    expect(await countLoads(world)).toEqual({ loads: shift, links: shift })
    field.focus()
    await clock.advance(6 * minuteMs)
    await until(async () => (await world.see()).frameLoads.length === shift + 1 && shown.frames().length === 1)
  }
  expect(new Set(shown.statuses.slice(shown.statuses.indexOf('ready')))).toEqual(new Set(['ready']))
  expect(isBare).toBe(false)
  expect(await countLoads(world)).toEqual({ loads: 4, links: 4 })
})

test('a move by the host: the draft, the focus and the cursor stay', async () => {
  const world = openWorld()
  const shown = showWindow({ chat: openClient({ world }) })
  await untilReady(shown)
  await enter(shown)
  await userEvent.keyboard('Hel')
  document.body.insertBefore(shown.container, document.body.firstChild)
  document.body.appendChild(shown.container)
  await userEvent.keyboard('lo')
  expect(await readDraft(world)).toBe('Hello')
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
})

test('a window that is closed and shown again: the draft stays', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  const shown = showWindow({ chat })
  await untilReady(shown)
  await enter(shown)
  await userEvent.keyboard('Hello')
  shown.close()
  const again = showWindow({ chat })
  expect(again.session.getState().status).toBe('ready')
  expect(await readDraft(world)).toBe('Hello')
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
})

test('somebody begins to write while the next frame loads: that waits', async () => {
  const world = openWorld()
  const clock = createSteppedClock()
  const chat = openClient({ world, clock, expiresInMs: 8 * hourMs })
  const shown = showWindow({ chat })
  await untilReady(shown)
  const [first] = shown.frames()
  await world.set({ frame: 'slow' }) // The next frame is not loaded before its deadline, which the test's clock decides.
  await clock.advance(8 * hourMs - minuteMs / 2)
  await until(() => shown.frames().length === 2)
  await enter(shown)
  await clock.advance(4 * minuteMs)
  expect(shown.frames()).toContain(first)
  await userEvent.click(addField())
  await clock.advance(6 * minuteMs)
  await until(() => shown.frames().length === 1 && shown.frames()[0] !== first)
})

test('somebody comes straight into the frame, from another program: the draft stays', async () => {
  const hide = (event: Event): void => event.stopImmediatePropagation() // A page that had no focus does not lose it.
  window.addEventListener('blur', hide, { capture: true })
  onTestFinished(() => window.removeEventListener('blur', hide, { capture: true }))
  const world = openWorld()
  const clock = createSteppedClock()
  const shown = showWindow({ chat: openClient({ world, clock, expiresInMs: 8 * hourMs }) })
  await untilReady(shown)
  await clock.advance(8 * hourMs - 2 * minuteMs)
  await enter(shown)
  await userEvent.keyboard('Hello')
  await userEvent.click(addField())
  await clock.advance(4 * minuteMs) // The link ends meanwhile.
  expect(await readDraft(world)).toBe('Hello')
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
  await clock.advance(6 * minuteMs)
  await until(async () => (await world.see()).frameLoads.length === 2)
})

async function showPage(visibility: DocumentVisibilityState): Promise<void> {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

test('a link that ended while the page was hidden is renewed before it is shown', async () => {
  onTestFinished(() => void vi.restoreAllMocks())
  const world: OpenWorld = openWorld()
  const clock = createSteppedClock()
  const chat = openClient({ world, clock, expiresInMs: 8 * hourMs })
  const shown = showWindow({ chat })
  await untilReady(shown)
  const [first] = shown.frames()
  await clock.advance(minuteMs)
  await showPage('hidden')
  vi.spyOn(clock, 'now').mockReturnValue(clock.now() + 20 * hourMs) // The computer slept: no timer ran.
  chat.now = clock.now
  await showPage('visible')
  await until(() => shown.session.getState().status === 'loading')
  await until(() => shown.session.getState().status === 'ready')
  expect(shown.frames()).not.toContain(first)
  expect(await countLoads(world)).toEqual({ loads: 2, links: 2 })
})

test('a computer that slept: somebody who wrote before that is not writing any more', async () => {
  onTestFinished(() => void vi.restoreAllMocks())
  const world = openWorld()
  const clock = createSteppedClock()
  const chat = openClient({ world, clock, expiresInMs: 8 * hourMs })
  const shown = showWindow({ chat })
  await untilReady(shown)
  await enter(shown)
  await userEvent.click(addField())
  await clock.advance(minuteMs)
  vi.spyOn(clock, 'now').mockReturnValue(clock.now() + 20 * hourMs) // The other clock stood still.
  chat.now = clock.now
  await showPage('visible')
  await until(async () => (await world.see()).frameLoads.length === 2)
  await untilReady(shown)
})

test('a link that is about to end is renewed while the page is hidden, and nothing is drawn anew', async () => {
  onTestFinished(() => void vi.restoreAllMocks())
  const world = openWorld()
  const clock = createSteppedClock()
  const shown = showWindow({ chat: openClient({ world, clock, expiresInMs: 8 * hourMs }) })
  await untilReady(shown)
  await showPage('hidden')
  await clock.advance(8 * hourMs)
  await until(async () => (await world.see()).frameLoads.length === 2 && shown.frames().length === 1)
  await showPage('visible')
  expect(shown.statuses.slice(shown.statuses.indexOf('ready'))).not.toContain('loading')
})

test.each([
  ['45 seconds', 45_000],
  ['1 second', 1_000],
])('links that live for %s are renewed less and less often', async (_, expiresInMs) => {
  const world = openWorld()
  const clock = createSteppedClock()
  const windows = { loadTimeoutMs: hourMs } // The clock may move on while a frame loads.
  const shown = showWindow({ chat: openClient({ world, clock, windows, expiresInMs }) })
  await untilReady(shown)
  const linksAfter: number[] = []
  for (let minute = 1; minute <= 40; minute += 1) {
    await clock.advance(minuteMs)
    await until(() => shown.frames().length === 1)
    await until(async () => (await world.see()).frameLoads.length === (await countLoads(world)).links)
    if (minute % 20 === 0) linksAfter.push((await countLoads(world)).links)
  }
  const [first = 0, second = 0] = linksAfter
  expect(second - first).toBeLessThan(first)
  expect(second - first).toBeLessThan(6) // One in five minutes is enough by then.
})
