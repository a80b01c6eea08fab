/** The themes to choose from: `system` is the system's own. */
export const themes = ['system', 'light', 'dark'] as const

/** A theme to choose. */
export type Theme = (typeof themes)[number]

const storageKey = 'northdesk-theme'

/** The theme chosen in this browser. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Shows a theme: the CRM's own pages and the chat components each have an attribute for it. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  dataset.theme = theme
  dataset.ccTheme = theme
}

/** Shows a theme, here and from now on. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  applyTheme(theme)
}
