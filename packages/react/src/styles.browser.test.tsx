import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { cdp, page, server } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { errorAnswer, openWorld } from '../../core/test/openWorld.ts'
import { ChatLauncher } from './ChatLauncher.tsx'
import { ChatPanel } from './ChatPanel.tsx'
import { ChatPopover } from './ChatPopover.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import stylesheet from './styles.css?inline'
import { TabBadge } from './TabBadge.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'

beforeEach(() => page.viewport(1280, 900))

const tags =
  'h1 h2 h3 p a ul ol li blockquote pre code hr table th td form fieldset legend label input textarea select button img svg video canvas details summary dialog dl dt dd figure strong em small mark iframe'.split(
    ' ',
  )

function addHostElements(): HTMLElement[] {
  const host = document.createElement('main')
  host.append(...tags.map((tag) => document.createElement(tag)))
  document.body.append(host)
  onTestFinished(() => host.remove())
  return [document.documentElement, document.body, host, ...(host.children as Iterable<HTMLElement>)]
}

function addStyles(css: string): () => void {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  const remove = (): void => style.remove()
  onTestFinished(remove)
  return remove
}

/** Every computed property of every element. Variables aside: they have no look. */
function looks(elements: HTMLElement[]): string[] {
  return elements.flatMap((element) => {
    const style = getComputedStyle(element)
    const names = [...style].filter((name) => !/^(?:--|-webkit-locale)/.test(name))
    return names.map((name) => `${element.localName}.${element.className} ${name}: ${style.getPropertyValue(name)}`)
  })
}

test('changes none of the host page, neither by its stylesheet nor by its components', async () => {
  const elements = addHostElements()
  const before = looks(elements)
  const room = addRoom()
  addStyles(stylesheet)
  await showKit(room)
  const after = looks(elements)
  expect(after.filter((look) => !before.includes(look))).toEqual([])
  expect(elements.length).toBeGreaterThan(40)
})

/** Style of a place for components that no rule of a host moves. What a host says about text in general is inherited. */
const steady = 'all: unset !important; display: block !important; width: 500px !important; height: 300px !important;'

function addRoom(): HTMLElement {
  const room = document.createElement('div')
  room.style.cssText = `${steady} position: fixed !important; inset: 0 !important`
  document.body.append(room)
  onTestFinished(() => room.remove())
  return room
}

/** Shows each part of the kit: badges, a window that loads, one that has failed, an empty panel, and an open launcher. */
async function showKit(room: HTMLElement): Promise<void> {
  const [loading, failing] = [openWorld(), openWorld()]
  await loading.set({ answers: { window: { status: 200, body: '', hangs: true } } })
  await failing.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  for (const world of [loading, failing]) await world.setCount(120)
  const box = (element: HTMLElement | null) => void element?.setAttribute('style', steady)
  await render(
    <>
      <ChatProvider endpoint={loading.endpoint}>
        <div ref={box}>
          <UnansweredBadge /> <UnansweredBadge dot />
        </div>
        <div ref={box}>
          <ChatWindow />
        </div>
      </ChatProvider>
      <ChatProvider endpoint={failing.endpoint}>
        <div ref={box}>
          <ChatWindow chats={[{ chatType: 'vk', chatId: '' }]} />
        </div>
        <div ref={box}>
          <ChatPanel chats={[]} onClose={() => undefined} />
        </div>
        <ChatPopover />
        <ChatLauncher />
        <TabBadge places="icon" />
      </ChatProvider>
    </>,
    { container: room },
  )
  room.querySelector<HTMLElement>('.cc-toggle')?.click()
  await expect.poll(() => room.querySelectorAll('.cc-failure').length).toBe(3)
  await expect.poll(() => room.querySelectorAll('.cc-badge[data-status=live]').length).toBe(4)
  room.querySelector<HTMLElement>('.cc-panel')?.blur()
  for (const animation of document.getAnimations()) animation.cancel()
}

const rules =
  'padding: 23px; margin: 9px; border: 3px solid red; font: italic 40px/3 serif; letter-spacing: 5px; text-transform: uppercase; float: left; background: lime; color: red; width: 50%; max-width: 10px; min-height: 200px; display: table; position: relative; opacity: 0.5; transform: rotate(9deg); box-shadow: 0 0 9px red; overflow: visible; text-align: right; flex: 1; gap: 50px; z-index: 7; visibility: collapse; outline: 4px solid; border-radius: 0'

const inheritedRules =
  'font-size: 30px; font-style: italic; font-weight: 900; line-height: 3; letter-spacing: 3px; text-align: right; text-transform: uppercase; text-shadow: 1px 1px red; white-space: pre; color: red'

const hostile = [
  ['div, span, p, …', `div, span, p, section, a, i, code { ${rules} }`],
  ['section', `section { ${rules} }`],
  ['button', `button { ${rules} }`],
  ['svg, img, iframe', `svg, img, iframe { ${rules} }`],
  ['body *', `body * { ${rules} }`],
  ['* { all: unset }', '* { all: unset }'],
  ['* { box-sizing: content-box }', '* { box-sizing: content-box }'],
  ['* { margin: 0 !important }', '* { margin: 0 !important }'],
  ['*::before, *::after', '*::before, *::after { content: "x"; display: block; width: 20px; height: 20px }'],
  ['html { font-size: 62.5% }', 'html { font-size: 62.5% }'],
  ['body', `body { ${inheritedRules} }`],
  ['[hidden]', '[hidden] { display: block; padding: 9px }'],
  ['a reset in a layer', '@layer base { *, ::before { margin: 0; background: none; font: inherit } }'],
] as const

test('keeps its pixels under hostile rules of the host', async () => {
  document.documentElement.style.overflow = 'hidden' // Scrollbars that take room come and go with what is in the page.
  onTestFinished(() => {
    document.documentElement.style.overflow = ''
  })
  addStyles(stylesheet)
  const room = addRoom()
  await showKit(room)
  const parts = () => [...room.querySelectorAll<HTMLElement>('.cc-root, .cc-root *')]
  const seen = () => [
    ...looks(parts()),
    ...parts().map(toPlace),
    ...parts().flatMap((part) => ['::before', '::after'].map((name) => getComputedStyle(part, name).content)),
  ]
  const before = seen()
  const changes = hostile.map(([name, css]) => {
    const remove = addStyles(css)
    const after = seen()
    remove()
    return [name, after.filter((look, index) => look !== before[index])]
  })
  expect(changes).toEqual(hostile.map(([name]) => [name, []]))
  expect(seen()).toEqual(before)
  expect(parts().length).toBeGreaterThan(30)
})

/** The box of a part, seen from the component that it belongs to. */
function toPlace(element: HTMLElement): string {
  const { x, y, width, height } = element.getBoundingClientRect()
  if (element.checkVisibility() === false) return 'not drawn'
  const around = element.closest('.cc-root')?.getBoundingClientRect() ?? new DOMRect()
  const box = [x - around.x, y - around.y, width, height].map((value) => Math.round(value * 100) / 100)
  return `${element.className} ${box}`
}

test("leaves the host's classes their say on the outermost part, those in layers included", async () => {
  addStyles(stylesheet)
  addStyles('@layer utilities { .away { margin-left: 7px } } .high { position: relative; top: -3px }')
  const screen = await render(
    <ChatProvider endpoint={openWorld().endpoint}>
      <UnansweredBadge className="away high" />
    </ChatProvider>,
  )
  const style = getComputedStyle(screen.getByRole('img').element())
  expect(style).toMatchObject({ marginLeft: '7px', position: 'relative', top: '-3px' })
})

/** The browser's own interface, whose type comes with the provider. */
interface DevTools {
  send: (method: string, parameters: object) => Promise<unknown>
}

test('draws edges where the browser forces its own colors', async ({ skip }) => {
  skip(server.browser !== 'chromium', 'only the DevTools of Chromium emulate forced colors')
  addStyles(stylesheet)
  const room = addRoom()
  await showKit(room)
  const emulate = (value: string) =>
    (cdp() as DevTools).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  onTestFinished(() => void emulate('none'))
  await emulate('active')
  await expect.poll(() => matchMedia('(forced-colors: active)').matches).toBe(true)
  for (const selector of [
    '.cc-badge',
    '.cc-toggle',
    '.cc-retry',
    '.cc-doubt, .cc-close',
    '.cc-trigger',
    '.cc-window',
    '.cc-panel',
  ]) {
    const style = getComputedStyle(room.querySelector(selector) ?? room)
    const edge = style.borderTopStyle === 'none' ? '0px' : style.borderTopWidth
    expect([selector, edge]).toEqual([selector, '1px'])
    expect(style.borderTopColor).not.toBe(style.backgroundColor)
    expect(style.borderTopColor).toMatch(/^rgb\(/) // Not transparent any more.
  }
  const icon = getComputedStyle(room.querySelector('.cc-icon') ?? room)
  const around = getComputedStyle(room.querySelector('.cc-toggle') ?? room)
  expect(icon.backgroundColor).not.toBe(around.backgroundColor)
})

async function showFailure(): Promise<{ button: Element; section: Element }> {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const screen = await render(
    <ChatProvider endpoint={world.endpoint}>
      <ChatWindow scope="global" />
      <ChatLauncher />
    </ChatProvider>,
  )
  const button = screen.getByRole('button', { name: 'Try again' })
  await expect.element(button).toBeVisible()
  return { button: button.element(), section: screen.getByRole('region').element() }
}

test("is not changed by the host's rules for elements", async () => {
  addStyles(stylesheet)
  addStyles(
    'button { background: red; color: lime; padding: 40px; border: 5px solid; text-transform: uppercase; margin: 9px }',
  )
  const { button } = await showFailure()
  expect(getComputedStyle(button)).toMatchObject({
    color: 'rgb(255, 255, 255)',
    paddingTop: '7px',
    borderTopWidth: '1px',
    textTransform: 'none',
    marginLeft: '0px',
  })
})

test('takes its colors from variables, wherever they are set', async () => {
  addStyles(stylesheet)
  addStyles(':root { --cc-surface: rgb(1, 2, 3); --cc-radius: 3px }')
  const { section } = await showFailure()
  expect(getComputedStyle(section)).toMatchObject({ backgroundColor: 'rgb(1, 2, 3)', borderTopLeftRadius: '3px' })
})

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(21, 24, 30)'],
])('is %s when the page says so', async (theme, color) => {
  addStyles(stylesheet)
  document.documentElement.dataset.ccTheme = theme
  onTestFinished(() => {
    delete document.documentElement.dataset.ccTheme
  })
  const { section } = await showFailure()
  expect(getComputedStyle(section).backgroundColor).toBe(color)
})
