import type { Page, Request } from '@playwright/test'

/**
 * Counts how often the page loads a frame from now on. A chat window that is shown again, or moved, must not load again.
 * @example
 * const loads = countFrameLoads(page)
 * await page.getByRole('link', { name: 'Ann' }).click()
 * await expect.poll(loads).toBe(1)
 */
export function countFrameLoads(page: Page): () => number {
  let loads = 0
  const isLoad = (request: Request): boolean =>
    request.isNavigationRequest() &&
    request.redirectedFrom() === null &&
    request.frame().parentFrame() === page.mainFrame()
  page.on('request', (request) => {
    if (isLoad(request)) loads += 1
  })
  return () => loads
}
