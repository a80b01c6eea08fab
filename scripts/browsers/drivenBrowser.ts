/** A browser that a test drives. */
export interface DrivenBrowser {
  /** Its version, e.g. `153.8.0`. */
  version: string
  /** Loads a page in its only tab. */
  open: (url: string) => Promise<void>
  /** Performs input as a person would. */
  perform: (sources: ActionSource[]) => Promise<void>
  /** Runs the body of a function in the page and resolves with its JSON. */
  run: (body: string) => Promise<unknown>
  close: () => Promise<void>
}

/** A source of input actions, as both WebDriver and WebDriver BiDi define it. https://www.w3.org/TR/webdriver2/#actions */
export type ActionSource =
  | { type: 'key'; id: string; actions: KeyAction[] }
  | { type: 'pointer'; id: string; parameters: { pointerType: 'mouse' }; actions: PointerAction[] }

/** A key pressed or released; special keys are characters from U+E000 on. */
export interface KeyAction {
  type: 'keyDown' | 'keyUp'
  value: string
}

/** A movement or a button of the mouse; positions are CSS pixels from the page's top left corner. */
export type PointerAction =
  | { type: 'pointerMove'; x: number; y: number }
  | { type: 'pointerDown' | 'pointerUp'; button: number }

/** Size of the page, which has room for any viewport of a test. */
export const pageSize = { width: 1400, height: 1000 }
