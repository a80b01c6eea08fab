/** Applies a property that a page has set before the element's script was loaded: it would hide the setter. */
export function takeEarlyProperty<Target extends HTMLElement, Name extends keyof Target>({
  element,
  name,
}: {
  element: Target
  name: Name
}): void {
  if (!Object.hasOwn(element, name)) return
  const value = element[name]
  delete (element as Partial<Target>)[name] // Only the element's own: the setter is the class's.
  element[name] = value
}
