import type { Locator } from '@playwright/test'

/** Goes to an element with the Tab key alone. */
export async function reach(target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press(key)
  }
  throw new Error('The Tab key does not reach it.')
}

/** Goes to a button or a link with the Tab key, and presses it. */
export async function press(target: Locator): Promise<void> {
  await reach(target)
  await target.page().keyboard.press('Enter')
}
