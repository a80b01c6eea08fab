import type { ResizePanelParameters } from './resizePanel.ts'

/** Lets a user resize a panel, once the code for it has come. */
export function resizeSoon(parameters: ResizePanelParameters): void {
  import('./resizePanel.ts').then(
    ({ resizePanel }) => {
      if (!parameters.signal.aborted) resizePanel(parameters)
    },
    () => undefined, // The panel keeps its size.
  )
}
