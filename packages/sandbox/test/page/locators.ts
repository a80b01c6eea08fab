import type { FrameLocator, Locator, Page } from '@playwright/test'

type Place = Page | FrameLocator

/** A chat in the list. */
export function chatInList(place: Place, name: string): Locator {
  return place.getByRole('navigation', { name: 'Chats' }).getByRole('button', { name })
}

/** The messages on show. */
export function log(place: Place): Locator {
  return place.getByRole('log')
}

/** One message, by its text. */
export function message(place: Place, text: string): Locator {
  return log(place).getByRole('article').filter({ hasText: text })
}

/** Where the answer is written. */
export function composer(place: Place): Locator {
  return place.getByRole('textbox', { name: 'Message' })
}
