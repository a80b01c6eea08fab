import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../scripts/chromium.ts'
import { secondTries } from '../scripts/secondTries.ts'

export default defineConfig({
  testDir: 'stories',
  outputDir: '../test-results',
  workers: availableParallelism(),
  forbidOnly: true,
  retries: secondTries(),
  ...(process.env.TEST_DEEP === '1' ? { grep: /@deep/ } : { grepInvert: /@deep/ }),
  timeout: 180_000,
  snapshotPathTemplate: '../docs/screens/crm/{arg}{ext}',
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.002 } },
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: { mode: 'retain-on-failure', screenshots: false }, // Filming every story would take a third of its time.
  },
})
