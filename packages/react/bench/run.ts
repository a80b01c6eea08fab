import { chromium } from '@playwright/test'
import { measureAll, parseBenchSettings } from '../../../scripts/bench/measureAll.ts'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { bundlePages } from './bundlePages.ts'
import { agreement } from './rows/agreement.ts'
import { clickToUsable } from './rows/clickToUsable.ts'
import { conversation } from './rows/conversation.ts'
import { handOver } from './rows/handOver.ts'
import { startServers, vendorHost } from './servers.ts'

const measurements = { clicks: clickToUsable, agreement, handOver, conversation }

const names = Object.keys(measurements) as (keyof typeof measurements)[] // Object.keys forgets the key type.
const settings = parseBenchSettings(names)
const servers = await startServers(await bundlePages())
const launch = chromiumLaunchOptions()
const args = [...launch.args, `--host-resolver-rules=MAP ${vendorHost} 127.0.0.1`]
const browser = await chromium.launch({ ...launch, args })
try {
  await measureAll({
    settings,
    measure: (name) => measurements[name]({ ...settings, servers, browser }),
    results: new URL('results', import.meta.url),
    chromium: browser.version(),
  })
} finally {
  await browser.close()
  servers.close()
}
