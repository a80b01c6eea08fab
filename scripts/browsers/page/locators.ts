import {
  ensureAwaited,
  getByAltTextSelector,
  getByLabelSelector,
  getByPlaceholderSelector,
  getByRoleSelector,
  getByTestIdSelector,
  getByTextSelector,
  getByTitleSelector,
  Locator,
  selectorEngine,
} from '@vitest/browser/locators'
import { page, server } from 'vitest/browser'
import { deadlineMs, pointOf } from './pointOf.ts'

/** Options of a click or a hover. */
interface PointOptions {
  /** From the element's top left corner. @default its middle */
  position?: { x: number; y: number }
}

/** A locator whose click and hover are input of the browser at the place of its element. */
class DrivenLocator extends Locator {
  readonly selector: string
  readonly #element: Element | undefined

  constructor(selector: string, { container, element }: { container?: Element | undefined; element?: Element } = {}) {
    super()
    this.selector = selector
    this._container = element ?? container
    this.#element = element
  }

  override click(options?: PointOptions): Promise<void> {
    return this.#point('__vitest_click', options)
  }

  override hover(options?: PointOptions): Promise<void> {
    return this.#point('__vitest_hover', options)
  }

  protected locator(selector: string): Locator {
    return new DrivenLocator(`${this.selector} >> ${selector}`, { container: this._container })
  }

  protected elementLocator(element: Element): Locator {
    return of(element)
  }

  #point(command: string, options: PointOptions = {}): Promise<void> {
    return ensureAwaited(async () => {
      const find = async (): Promise<Element> => this.#element ?? (await this.findElement({ timeout: deadlineMs }))
      const { x, y } = await pointOf({ find, position: options.position })
      await this.triggerCommand(command, x, y)
    })
  }
}

const create = (selector: string): Locator => new DrivenLocator(selector)
const of = (element: Element): Locator => new DrivenLocator(selectorEngine.generateSelectorSimple(element), { element })

page.extend({
  getByLabelText: (text, options) => create(getByLabelSelector(text, options)),
  getByRole: (role, options) => create(getByRoleSelector(role, options)),
  getByTestId: (id) => create(getByTestIdSelector(server.config.browser.locators.testIdAttribute, id)),
  getByAltText: (text, options) => create(getByAltTextSelector(text, options)),
  getByPlaceholder: (text, options) => create(getByPlaceholderSelector(text, options)),
  getByText: (text, options) => create(getByTextSelector(text, options)),
  getByTitle: (title, options) => create(getByTitleSelector(title, options)),
  elementLocator: of,
})
