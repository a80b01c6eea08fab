import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DrivenBrowser, pageSize } from './drivenBrowser.ts'
import { openBiDi } from './openBiDi.ts'
import { startProgram } from './startProgram.ts'

/** A download neither asks nor opens anything, and nothing is fetched from outside. */
const preferences = {
  'browser.download.alwaysOpenPanel': false,
  'browser.download.folderList': 2,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Opens a Firefox without a window, and drives it over WebDriver BiDi, which it speaks itself. */
export async function openFirefox(path: string): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'crm-chat-firefox-'))
  const lines = Object.entries({ ...preferences, 'browser.download.dir': profile })
  writeFileSync(
    join(profile, 'user.js'),
    lines.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''),
  )
  const firefox = await startProgram({
    path,
    args: ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    ready: /WebDriver BiDi listening on (ws:\/\/\S+)/,
  })
  const biDi = await openBiDi(`${firefox.found}/session`)
  const { capabilities } = await biDi.send('session.new', { capabilities: {} })
  const { contexts } = await biDi.send('browsingContext.getTree', {})
  const [{ context }] = contexts
  await biDi.send('browsingContext.setViewport', { context, viewport: pageSize })
  return {
    version: capabilities.browserVersion,
    open: async (url) => {
      await biDi.send('browsingContext.navigate', { context, url, wait: 'interactive' })
      await biDi.send('browsingContext.activate', { context }) // The address bar has the focus at first.
    },
    perform: async (actions) => void (await biDi.send('input.performActions', { context, actions })),
    run: async (body) => {
      const expression = `(() => JSON.stringify((() => { ${body} })() ?? null))()`
      const { result } = await biDi.send('script.evaluate', { expression, target: { context }, awaitPromise: false })
      return JSON.parse(result.value)
    },
    close: async () => {
      biDi.close()
      await firefox.end()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
