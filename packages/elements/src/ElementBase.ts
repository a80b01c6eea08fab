/** What our elements extend. A server that imports this package has no `HTMLElement`, and makes no element. */
export const ElementBase: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement) // Never instantiated.
