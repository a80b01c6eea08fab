import { playwright } from '@vitest/browser-playwright'
import type { BrowserInstanceOption, BrowserProviderOption } from 'vitest/node'
import { chromiumLaunchOptions } from '../chromium.ts'
import { drivenProvider } from './drivenProvider.ts'
import { ensureFirefox } from './firefox.ts'
import { openFirefox } from './openFirefox.ts'
import { openWebKit } from './openWebKit.ts'
import { ensureWebKit } from './webKit.ts'

/** Variable that names the browser of the tests: `firefox` or `webkit` in place of Chromium. */
export const browserVariable = 'TEST_BROWSER'

/** Vitest options for the browser that the tests run in. */
export function testedBrowser(): { provider: BrowserProviderOption; instances: BrowserInstanceOption[] } {
  const browser = process.env[browserVariable]
  if (browser === 'firefox') {
    return { provider: drivenProvider(() => openFirefox(ensureFirefox())), instances: [{ browser }] }
  }
  if (browser === 'webkit') {
    return { provider: drivenProvider(() => openWebKit(ensureWebKit())), instances: [{ browser }] }
  }
  const options = chromiumLaunchOptions()
  return {
    provider: playwright({ launchOptions: { ...options, args: [...options.args, unknownHosts] } }),
    instances: [{ browser: 'chromium' }],
  }
}

/** No host of this kind exists, and no name server is asked: one that cannot be reached would keep a test waiting. */
const unknownHosts = '--host-resolver-rules=MAP *.invalid ~NOTFOUND'
