import { expect } from '@playwright/test'

/** Playwright's assertions, with a timeout for busy machines. */
export const expectPage: typeof expect = expect.configure({ timeout: 45_000 })
