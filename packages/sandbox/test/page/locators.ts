import type { FrameLocator, Locator, Page } from '@playwright/test'

type Place = Page | FrameLocator

/** A chat in the list. */
export function chatInList(place: Place, name: string): Locator {
  return place.getByRole('navigation', { name: 'Chats' }).getByRole('button', { name })
}

/** The message log. */
export function log(place: Place): Locator {
  return place.getByRole('log')
}

/** One message, by its text. */
export function message(place: Place, text: string): Locator {
  return log(place).getByRole('article').filter({ hasText: text })
}

/** The search field for chats and messages. */
export function searchField(place: Place): Locator {
  return place.getByRole('searchbox', { name: 'Search chats' })
}

/** A message in the search results. */
export function foundMessage(place: Place, text: string): Locator {
  return place.getByRole('region', { name: 'Messages found' }).getByRole('button').filter({ hasText: text })
}

/** The template dialog. */
export function templateDialog(place: Place): Locator {
  return place.getByRole('dialog', { name: 'Send a template' })
}

/** The message field. */
export function composer(place: Place): Locator {
  return place.getByRole('textbox', { name: 'Message' })
}
