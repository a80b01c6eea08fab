import { chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { chromiumLaunchOptions } from './chromium.ts'

/** The features that an argument list switches off. */
function disabledFeatures(text: string): string[] {
  return /--disable-features=([^\s]+)/.exec(text)?.[1]?.split(',') ?? []
}

it('switches off every feature that Playwright switches off, and some more', async () => {
  const refused = await chromium.launch({ executablePath: process.execPath }).catch((error: unknown) => error)
  const playwright = disabledFeatures(String(refused)).filter((name) => !name.startsWith('ms')) // Those are Edge's.
  expect(playwright).toContain('PaintHolding')
  expect(disabledFeatures(chromiumLaunchOptions().args.join(' '))).toEqual(expect.arrayContaining(playwright))
})
