import { expect } from '@playwright/test'

/** Playwright's assertions, which wait as long as a loaded machine may need. */
export const expectPage: typeof expect = expect.configure({ timeout: 25_000 })
