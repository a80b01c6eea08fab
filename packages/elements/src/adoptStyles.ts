const sheets = new Map<string, CSSStyleSheet>()

/** Gives a shadow root, or the page, a stylesheet. Elements of one kind share one sheet. */
export function adoptStyles(root: ShadowRoot | Document, css: string): void {
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) sheet.replaceSync(css)
  sheets.set(css, sheet)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
