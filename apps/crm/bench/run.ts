import { chromium } from '@playwright/test'
import { measureAll, parseBenchSettings } from '../../../scripts/bench/measureAll.ts'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { startDemo } from '../../../scripts/demo.ts'
import { bundleMeasure } from './bundleMeasure.ts'
import { interactions } from './rows/interactions.ts'
import { scrolling } from './rows/scrolling.ts'
import { searching } from './rows/searching.ts'

const measurements = { interactions, scrolling, searching }

const names = Object.keys(measurements) as (keyof typeof measurements)[] // Object.keys forgets the key type.
const settings = parseBenchSettings(names)
const measureScript = await bundleMeasure()
const size = { contacts: 20_000, deals: 5_000 }
const demo = await startDemo({ apiKey: 'sandbox_wazzup', crmPort: 0, sandboxPort: 0, size })
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  await measureAll({
    settings,
    measure: (name) => measurements[name]({ ...settings, browser, crmUrl: demo.crm.url, measureScript }),
    results: new URL('results', import.meta.url),
    chromium: browser.version(),
  })
} finally {
  await browser.close()
  await demo.stop()
}
