/** Makes a component usable, and says so, where its stylesheet is missing. */
export function checkStyles(element: Element | null): void {
  if (!element || getComputedStyle(element).getPropertyValue('--_line')) return
  import('./withoutStyles.ts').then(
    ({ workWithoutStyles }) => workWithoutStyles(element),
    () => undefined, // Another component, or the next page, tries again.
  )
}
