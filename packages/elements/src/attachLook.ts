import { styles } from '@crm-chat/core/look'

const hostRules = `:host([hidden]) { display: none }
:host([theme=light]) { --cc-theme: light }
:host([theme=dark]) { --cc-theme: dark }
:host([theme=auto]) { --cc-theme: light dark }`

const sheets = new Map<string, CSSStyleSheet>()

/** Attaches a shadow root with the look of both kits, and with rules for its own element. */
export function attachLook({ host, rules }: { host: HTMLElement; rules: string }): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' })
  for (const css of [styles, hostRules, rules]) adoptStyles(root, css)
  return root
}

/** Gives a shadow root, or the page, a stylesheet. All of them share one sheet for the same text. */
export function adoptStyles(root: ShadowRoot | Document, css: string): void {
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) sheet.replaceSync(css)
  sheets.set(css, sheet)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
