import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { createOverlay, type Overlay } from './createOverlay.ts'
import type { OverlayKind } from './overlayKind.ts'
import '../look/look.css'

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1280, 800)
})

/** The part of the browser's protocol that the tests use. */
interface DevTools {
  send: (method: 'Input.dispatchMouseEvent', parameters: object) => Promise<void>
}

interface Opened {
  overlay: Overlay
  panel: HTMLDialogElement
  /** Finds an edge that can be moved. */
  edge: (axis: 'width' | 'height' | 'both') => HTMLElement
}

/** Opens a panel with a frame over all of it. */
async function open({ kind = 'launcher', dir = 'ltr' }: { kind?: OverlayKind; dir?: string } = {}): Promise<Opened> {
  const panel = document.createElement('dialog')
  Object.assign(panel, { className: 'cc-root cc-panel', popover: 'manual', tabIndex: -1, id: 'panel', dir })
  panel.dataset.kind = kind
  const host = document.body.appendChild(document.createElement('div'))
  host.dir = dir
  host.append(panel)
  panel.appendChild(document.createElement('iframe')).style.cssText = 'width: 100%; height: 100%'
  const names = { panelWidth: 'Panel width', panelHeight: 'Panel height' }
  const overlay = createOverlay({ panel, kind, names: () => names, onDismiss: () => undefined })
  overlay.setOpen(true)
  onTestFinished(() => {
    overlay.end()
    host.remove()
  })
  const edge = (axis: string): HTMLElement => {
    const found = panel.querySelector<HTMLElement>(`[data-resize=${axis}]`)
    if (!found) throw new Error(`The panel has no edge for ${axis}.`)
    return found
  }
  await expect.poll(() => panel.querySelector('[data-resize=width]')).not.toBeNull()
  return { overlay, panel, edge }
}

const sizeOf = ({ panel }: Opened): [number, number] => [panel.offsetWidth, panel.offsetHeight]

/** Drags an edge with a real mouse: the frame beneath would take moves that are not captured. */
async function drag(element: HTMLElement, [byX, byY]: [number, number]): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect()
  const scale = frame.width === 0 ? 1 : frame.width / innerWidth
  const box = element.getBoundingClientRect()
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const mouse = (type: string, { x, y }: { x: number; y: number }) =>
    (cdp() as DevTools).send('Input.dispatchMouseEvent', {
      type,
      x: frame.x + x * scale,
      y: frame.y + y * scale,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    })
  await mouse('mousePressed', start)
  for (const part of [0.5, 1]) await mouse('mouseMoved', { x: start.x + byX * part, y: start.y + byY * part })
  await mouse('mouseReleased', { x: start.x + byX, y: start.y + byY })
}

describe('a panel of the launcher', () => {
  test.each([
    ['width', [-100, -50], [520, 680]],
    ['height', [-100, -50], [420, 730]],
    ['both', [-100, -50], [520, 730]],
    ['both', [60, 80], [360, 600]],
    ['both', [-3_000, -3_000], [1_240, 760]],
    ['both', [400, 700], [320, 320]],
  ] as const)('is resized by its %s with a pointer', async (axis, by, size) => {
    const opened = await open()
    await drag(opened.edge(axis), [...by])
    await expect.poll(() => sizeOf(opened)).toEqual(size)
  })

  test('grows to the other side where lines begin at the right', async () => {
    const opened = await open({ dir: 'rtl' })
    await drag(opened.edge('both'), [100, -50])
    await expect.poll(() => sizeOf(opened)).toEqual([520, 730])
  })

  test('is resized by keys, which tell the new size', async () => {
    const opened = await open()
    const width = page.getByRole('separator', { name: 'Panel width' })
    await expect.element(width).toHaveAttribute('aria-orientation', 'vertical')
    opened.edge('width').focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}{ArrowUp}')
    expect(sizeOf(opened)).toEqual([440, 680])
    await expect.element(width).toHaveAttribute('aria-valuenow', '440')
    await expect.element(width).toHaveAttribute('aria-valuetext', '440 px')
    await userEvent.keyboard('{End}')
    expect(sizeOf(opened)).toEqual([1_240, 680])
    await userEvent.keyboard('{Home}')
    expect(sizeOf(opened)).toEqual([320, 680])
    opened.edge('height').focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(sizeOf(opened)).toEqual([320, 660])
    await userEvent.keyboard('{Enter}')
    expect(sizeOf(opened)).toEqual([420, 680])
  })

  test('shows the edge that has the focus', async () => {
    const opened = await open()
    opened.edge('height').focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(getComputedStyle(opened.edge('height')).outlineStyle).toBe('solid')
  })

  test('keeps its size for the next page, and forgets it on a double click', async () => {
    const first = await open()
    await drag(first.edge('both'), [-80, -20])
    await expect.poll(() => localStorage.getItem('crm-chat.size.launcher')).toBe('500x700')
    const second = await open()
    expect(sizeOf(second)).toEqual([500, 700])
    await userEvent.dblClick(second.edge('both'))
    expect(sizeOf(second)).toEqual([420, 680])
    expect(localStorage.getItem('crm-chat.size.launcher')).toBeNull()
  })

  test.each(['', 'x', '5x5', '-9x-9', 'a{b}'])(
    'has the size of the stylesheet where "%s" is remembered',
    async (kept) => {
      localStorage.setItem('crm-chat.size.launcher', kept)
      expect(sizeOf(await open())).toEqual([420, 680])
    },
  )

  test('stays within a window that becomes smaller, and fills the screen of a phone without edges', async () => {
    localStorage.setItem('crm-chat.size.launcher', '1000x760')
    const opened = await open()
    await page.viewport(700, 500)
    await expect.poll(() => sizeOf(opened)).toEqual([660, 460])
    await expect.element(page.getByRole('separator', { name: 'Panel width' })).toHaveAttribute('aria-valuenow', '660')
    await page.viewport(390, 780)
    await expect.poll(() => sizeOf(opened)).toEqual([390, 780])
    await expect.poll(() => opened.edge('both').checkVisibility()).toBe(false)
  })

  test('has its edges once, however often it is opened', async () => {
    const opened = await open()
    for (let round = 0; round < 3; round += 1) {
      opened.overlay.setOpen(false)
      opened.overlay.setOpen(true)
    }
    await expect.poll(() => opened.panel.querySelectorAll('[data-resize]').length).toBe(3)
    opened.overlay.setOpen(false)
    expect(opened.panel.querySelectorAll('[data-resize]')).toHaveLength(0)
  })
})

test('a drawer is resized by its width only', async () => {
  const opened = await open({ kind: 'drawer' })
  await expect.poll(() => opened.panel.getBoundingClientRect().right).toBe(1_280) // It slides in.
  await drag(opened.edge('width'), [-100, 0])
  await expect.poll(() => sizeOf(opened)).toEqual([540, 800])
  expect(opened.panel.querySelectorAll('[data-resize]')).toHaveLength(1)
})
