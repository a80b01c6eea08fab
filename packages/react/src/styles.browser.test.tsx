import { expect, onTestFinished, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { errorAnswer, openWorld } from '../../core/test/openWorld.ts'
import { ChatLauncher } from './ChatLauncher.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import stylesheet from './styles.css?inline'

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

function addStyles(css: string): void {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  onTestFinished(() => style.remove())
}

/** Every computed property of every element. Variables aside: they have no look. */
function looks(elements: HTMLElement[]): string[] {
  return elements.flatMap((element) => {
    const style = getComputedStyle(element)
    const names = [...style].filter((name) => !name.startsWith('--'))
    return names.map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`)
  })
}

test('changes none of the host page', () => {
  const elements = addHostElements()
  const before = looks(elements)
  addStyles(stylesheet)
  const after = looks(elements)
  expect(after.filter((look) => !before.includes(look))).toEqual([])
  expect(elements.length).toBeGreaterThan(40)
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
    paddingTop: '8px',
    borderTopWidth: '0px',
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
