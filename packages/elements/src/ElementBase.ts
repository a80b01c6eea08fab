/** Base class of our elements. A server has no `HTMLElement`: there the package can be imported, but makes no element. */
export const ElementBase: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement) // Never instantiated.
