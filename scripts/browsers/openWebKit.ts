import { type DrivenBrowser, pageSize } from './drivenBrowser.ts'
import { openWebDriver } from './openWebDriver.ts'
import { startProgram } from './startProgram.ts'
import type { WebKitPrograms } from './webKit.ts'

/** Opens WebKitGTK's MiniBrowser on a display without a screen, and drives it over WebDriver. */
export async function openWebKit({ driver, browser, display }: WebKitPrograms): Promise<DrivenBrowser> {
  const screen = await startProgram({
    path: display,
    args: ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    ready: /^(\d+)\n/m,
  })
  const env = { ...process.env, DISPLAY: `:${screen.found}`, GDK_BACKEND: 'x11', LANG: 'C.UTF-8' }
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } }
  const webDriver = await openWebDriver({ path: driver, env, capabilities: options })
  const { send } = webDriver
  const run = (body: string): Promise<unknown> => send('execute/sync', { script: body, args: [] })
  await send('window/rect', { x: 0, y: 0, width: pageSize.width, height: 1_200 }) // With its address bar.
  return {
    version: webDriver.version,
    open: async (url) => void (await send('url', { url })),
    perform: async (actions) => void (await send('actions', { actions })),
    run,
    close: async () => {
      await webDriver.close()
      await screen.end()
    },
  }
}
