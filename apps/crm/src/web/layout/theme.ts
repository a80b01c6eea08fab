/** The available themes; `system` follows the operating system. */
export const themes = ['system', 'light', 'dark'] as const

/** One of the available themes. */
export type Theme = (typeof themes)[number]

const storageKey = 'northdesk-theme'

/** Reads the theme chosen in this browser. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Applies a theme: the CRM's pages and the chat components read one attribute each. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  dataset.theme = theme
  dataset.ccTheme = theme
}

/** Applies a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  applyTheme(theme)
}
