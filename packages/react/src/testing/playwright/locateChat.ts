import type { FrameLocator, Locator, Page } from '@playwright/test'

/** Parts of the kit in a page, React's components and the custom elements alike. */
export interface ChatLocators {
  /** Badges that can be seen: a 0 is hidden. Their state is in `data-status` and `data-tone`. */
  badge: Locator
  /** Badges with a number that is current. */
  liveBadge: Locator
  /** Chat windows. Their state is in `data-status`. */
  window: Locator
  /** Reason of a window that did not open. */
  error: Locator
  /** Button that opens such a window anew. */
  retry: Locator
  /** Floating button. */
  launcher: Locator
  /** Button of a popover. */
  trigger: Locator
  /** Panels, those that are closed left out. Their kind is in `data-kind`. */
  panel: Locator
  /** Button that closes such a panel. */
  close: Locator
}

/**
 * Finds the parts of the kit by their role and their part, in any language.
 * @example
 * const chat = locateChat(page)
 * await expect(chat.liveBadge).toHaveText('5')
 * await chat.launcher.click()
 * await expect(chat.panel).toBeVisible()
 */
export function locateChat(scope: Page | Locator | FrameLocator): ChatLocators {
  const part = (role: Parameters<Page['getByRole']>[0], selector: string): Locator =>
    scope.getByRole(role).and(scope.locator(selector))
  return {
    badge: part('img', '.cc-badge'),
    liveBadge: part('img', '.cc-badge[data-status=live]'),
    window: scope.locator('.cc-window'),
    error: part('alert', '.cc-failure'),
    retry: part('button', '.cc-retry'),
    launcher: part('button', '.cc-launcher .cc-toggle'),
    trigger: part('button', '.cc-trigger'),
    panel: scope.locator('.cc-panel').filter({ visible: true }),
    close: part('button', '.cc-close'),
  }
}
