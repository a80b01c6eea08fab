import { afterAll, expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openClient, type ShownWindow, showWindow, until, untilReady } from '../../../test/openWindow.ts'
import { errorAnswer, openWorld } from '../../../test/openWorld.ts'

const moveBefore = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore')
Reflect.deleteProperty(Element.prototype, 'moveBefore')
afterAll(() => {
  if (moveBefore) Object.defineProperty(Element.prototype, 'moveBefore', moveBefore)
})

interface Followed extends ShownWindow {
  around: HTMLElement
  /** The layer at the end of the page. */
  layer: HTMLElement
}

/** Shows a window inside an element with these styles. */
async function show(styles: string): Promise<Followed> {
  const shown = showWindow({ chat: openClient({ world: openWorld() }) })
  const around = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => around.remove())
  around.style.cssText = styles
  around.append(shown.container)
  await untilReady(shown)
  const layer = document.querySelector('iframe')?.parentElement?.parentElement as HTMLElement // As the stage is built.
  expect(layer.parentElement).toBe(document.body)
  await untilOver({ ...shown, layer })
  return { ...shown, around, layer }
}

function untilOver({ layer, container }: Pick<Followed, 'layer' | 'container'>): Promise<void> {
  const placeOf = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [left, top, width, height].map(Math.round)
  }
  return until(() => JSON.stringify(placeOf(layer)) === JSON.stringify(placeOf(container)))
}

test.each<[what: string, act: (followed: Followed) => void]>([
  ['its size changes', ({ container }) => Object.assign(container.style, { width: '250px', height: '120px' })],
  ['it is scrolled', ({ around }) => around.scrollTo(0, 60)],
  [
    'something above it grows',
    ({ around }) => around.before(Object.assign(document.createElement('p'), { textContent: 'New' })),
  ],
  [
    'something around it is transformed',
    ({ around }) => Object.assign(around.style, { transform: 'translate(40px, 30px)' }),
  ],
  [
    'it slides in after a click',
    ({ around }) => {
      document.body.click()
      around.animate([{ translate: '300px' }, { translate: '50px' }], { duration: 300, fill: 'forwards' })
    },
  ],
  ['the host moves it', ({ around }) => document.body.prepend(around)],
])('stays over its container when %s', async (_, act) => {
  const followed = await show('height: 150px; overflow: auto; padding: 20px 0 400px')
  act(followed)
  await untilOver(followed)
})

test('stays over it when what surrounds the layer is transformed', async () => {
  const followed = await show('padding: 20px')
  document.body.style.transform = 'translate(7px, 9px)'
  onTestFinished(() => {
    document.body.style.transform = ''
  })
  await untilOver(followed)
})

test('is cut as the container is, with its round corners', async () => {
  const { layer, around } = await show('height: 150px; width: 300px; overflow: hidden; border-radius: 14px')
  await expect.poll(() => layer.style.clipPath).toBe('inset(0px 100px 50px 0px round 14px)')
  around.style.overflow = 'visible'
  await expect.poll(() => layer.style.clipPath).toBe('none')
})

test.each([
  ['display: none', { display: 'none' }],
  ['visibility: hidden', { visibility: 'hidden' }],
  ['inert', { inert: true }],
])('cannot be seen or reached while something around it is %s', async (_, change) => {
  const { layer, around } = await show('')
  expect(layer.inert).toBe(false)
  const { inert = false, ...styles } = change as { inert?: boolean }
  Object.assign(around.style, styles)
  around.inert = inert
  await expect.poll(() => [layer.inert, layer.style.visibility]).toEqual([true, 'hidden'])
  around.inert = false
  around.style.cssText = ''
  await expect.poll(() => [layer.inert, layer.style.visibility]).toEqual([false, ''])
})

test('covers nothing while it has no frame to show, so that a window that failed can be tried again', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const { session, container } = showWindow({ chat: openClient({ world }) })
  await until(() => session.getState().status === 'error')
  const { left, top } = container.getBoundingClientRect()
  const seen = (): Element | null => document.elementFromPoint(left + 200, top + 100)
  expect(document.getElementById(container.getAttribute('aria-owns') ?? '')?.parentElement).toBe(document.body)
  await expect.poll(seen).toBe(container)
  await world.set({ answers: {} })
  session.retry()
  await until(() => seen() instanceof HTMLIFrameElement)
})

test('is in the layer of what surrounds its container', async () => {
  const { layer } = await show('position: relative; z-index: 7')
  await expect.poll(() => layer.style.zIndex).toBe('7')
})

test('has its container’s turn in the order of focus', async () => {
  const field = (label: string): HTMLElement => {
    const input = document.createElement('input')
    input.ariaLabel = label
    return input
  }
  const { around, container } = await show('')
  const [before, after] = [field('before'), field('after')]
  around.prepend(before)
  around.append(after)
  before.focus()
  await userEvent.keyboard('{Tab}')
  const frame = document.querySelector('iframe')
  expect(container.querySelector('iframe')).toBeNull()
  await expect.poll(() => document.activeElement).toBe(frame)
  for (let presses = 0; presses < 5 && document.activeElement !== after; presses += 1) await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(after)
})

test('measures nothing while nothing moves', async () => {
  const { layer, container } = await show('')
  let measured = 0
  const measure = container.getBoundingClientRect.bind(container)
  container.getBoundingClientRect = () => {
    measured += 1
    return measure()
  }
  const frames = async (count: number): Promise<void> => {
    for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  await frames(60) // It watches for half a second more.
  measured = 0
  await frames(20)
  expect(measured).toBe(0)
  expect(layer.isConnected).toBe(true)
})

test('leaves nothing in the host’s elements', async () => {
  const { container, close } = await show('')
  expect(container.childElementCount).toBeGreaterThan(0)
  close()
  expect(container.childElementCount).toBe(0)
  expect(container.hasAttribute('aria-owns')).toBe(false)
})
