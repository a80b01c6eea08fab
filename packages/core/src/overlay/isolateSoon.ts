/** Makes everything but a panel inert, once the code for it has come. Returns a function that ends it. */
export function isolateSoon(panel: HTMLElement): () => void {
  let end = (): void => undefined
  let hasEnded = false
  import('./isolate.ts').then(
    ({ isolate }) => {
      if (!hasEnded) end = isolate(panel)
    },
    () => undefined, // The panel covers the page all the same.
  )
  return () => {
    hasEnded = true
    end()
  }
}
