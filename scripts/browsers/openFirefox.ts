import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActionSource, type DrivenBrowser, pageSize } from './drivenBrowser.ts'
import { type BiDi, openBiDi } from './openBiDi.ts'
import { startProgram } from './startProgram.ts'

const preferences = {
  'browser.download.alwaysOpenPanel': false,
  'browser.download.folderList': 2, // A download goes to the profile, and asks nothing.
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.events.async.mouse.enabled': true, // Otherwise the mouse does not reach frames of other origins.
}

/** Opens a Firefox without a window, and drives it over WebDriver BiDi, which it speaks itself. */
export async function openFirefox(path: string): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'crm-chat-firefox-'))
  writePreferences(profile)
  const firefox = await startProgram({
    path,
    args: [
      ...windowSize,
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      'about:blank',
    ],
    env: { ...process.env, HOME: profile }, // Root's Firefox refuses the home of another user.
    ready: /WebDriver BiDi listening on (ws:\/\/\S+)/,
  })
  const biDi = await openBiDi(`${firefox.found}/session`)
  const { capabilities } = await biDi.send('session.new', { capabilities: {} })
  const { contexts } = await biDi.send('browsingContext.getTree', {})
  const tab: Tab = { biDi, context: contexts[0].context }
  await biDi.send('browsingContext.setViewport', { context: tab.context, viewport: pageSize })
  return {
    version: capabilities.browserVersion,
    open: async (url) => {
      await biDi.send('browsingContext.navigate', { context: tab.context, url, wait: 'interactive' })
      while (!(await run(tab, 'return document.hasFocus()'))) await perform(tab, clickOutside) // The address bar has it.
    },
    perform: async (sources) => {
      for (const source of sources) await perform(tab, source)
    },
    run: (body) => run(tab, body),
    close: async () => {
      biDi.close()
      await firefox.end()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function writePreferences(profile: string): void {
  const lines = Object.entries({ ...preferences, 'browser.download.dir': profile }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join(''))
}

/** The mouse reaches nothing outside of the window, so the page and the bars around it fit in. */
const windowSize = ['--width', `${pageSize.width + 100}`, '--height', `${pageSize.height + 200}`]

/** A page, or a frame in it. */
interface Tab {
  biDi: BiDi
  context: string
}

/** At the corner, where no test is. */
const clickOutside: ActionSource = {
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', x: pageSize.width - 1, y: pageSize.height - 1 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
}

async function perform(tab: Tab, source: ActionSource): Promise<void> {
  const { context } = source.type === 'key' ? await findFocus(tab) : tab
  await tab.biDi.send('input.performActions', { context, actions: [source] })
  await settle(tab)
}

async function run({ biDi, context }: Tab, body: string): Promise<unknown> {
  const expression = `(() => JSON.stringify((() => { ${body} })() ?? null))()`
  const { result } = await biDi.send('script.evaluate', { expression, target: { context }, awaitPromise: false })
  return JSON.parse(result.value)
}

/** Finds the page or frame that has the focus: keys reach no frame of another origin through the page around it. */
async function findFocus(tab: Tab): Promise<Tab> {
  const giveUpAt = performance.now() + 2_000
  do {
    for (const child of await childrenOf(tab)) {
      if (await run(child, 'return document.hasFocus()').catch(isGone)) return findFocus(child)
    }
  } while ((await run(tab, isFrameFocused)) && performance.now() < giveUpAt) // Its own process hears of it later.
  return tab
}

const isFrameFocused = `
  let { activeElement } = document
  while (activeElement?.shadowRoot) ({ activeElement } = activeElement.shadowRoot)
  return activeElement?.localName === 'iframe'
`

/** Resolves once each frame has handled its input. */
async function settle(tab: Tab): Promise<void> {
  await run(tab, '').catch(isGone)
  await Promise.all((await childrenOf(tab)).map(settle))
}

async function childrenOf({ biDi, context }: Tab): Promise<Tab[]> {
  const { contexts } = await biDi
    .send('browsingContext.getTree', { root: context, maxDepth: 1 })
    .catch(() => ({ contexts: [] }))
  return (contexts[0]?.children ?? []).map((child: { context: string }) => ({ biDi, context: child.context }))
}

/** A frame that is removed meanwhile. */
const isGone = (): boolean => false
