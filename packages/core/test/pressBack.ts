import { expect } from 'vitest'

/** Steps back that were requested, by a test or by a panel that has closed, and have not come. */
let steps = 0
const { back } = history
history.back = () => {
  steps += 1
  back.call(history)
}
window.addEventListener('popstate', () => {
  steps = 0
})

/**
 * Presses the browser's back button while a panel has its entry in the history. It waits for steps that are still to come: two at
 * once, e.g. that of a panel which `StrictMode` has mounted twice, would leave the page of the tests.
 */
export async function pressBack(): Promise<void> {
  await expect.poll(() => steps === 0 && history.state?.crmChat !== undefined).toBe(true)
  history.back()
}

/** Waits until no panel has an entry in the history. A page that is removed while a step back is to come would be loaded again. */
export function untilBack(): Promise<void> {
  return expect.poll(() => steps === 0 && history.state?.crmChat === undefined).toBe(true)
}
