import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../scripts/chromium.ts'

/** Walks the gallery that has been built. */
export default defineConfig({
  testDir: 'gallery',
  outputDir: '../test-results/gallery',
  snapshotPathTemplate: '../apps/gallery/screenshots/{arg}{ext}',
  workers: availableParallelism(),
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: {
    timeout: 30_000,
    toHaveScreenshot: {
      maxDiffPixelRatio: 0.002,
      stylePath: fileURLToPath(new URL('gallery/withoutFrames.css', import.meta.url)),
    },
  },
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 800, height: 560 },
  },
})
