import { parseKeyDef } from '@vitest/browser'
import type { BrowserCommand } from 'vitest/node'
import type { ActionSource, KeyAction, PointerAction } from './drivenBrowser.ts'

/** Keys that are held between two calls. */
interface KeyboardState {
  unreleased: string[]
}

/** Clicks at a position of the page. */
export const clickAt: BrowserCommand<[x: number, y: number]> = ({ driven }, x, y) =>
  driven.perform([
    mouse({ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }),
  ])

/** Moves the mouse to a position of the page. */
export const hoverAt: BrowserCommand<[x: number, y: number]> = ({ driven }, x, y) =>
  driven.perform([mouse({ type: 'pointerMove', x, y })])

/** Presses keys in what has the focus, written as `user-event` does, e.g. `{Shift>}{Tab}{/Shift}`. */
export const pressKeys: BrowserCommand<[text: string, state: KeyboardState]> = async ({ driven }, text, state) => {
  const held = new Set(state.unreleased)
  const actions = parseKeyDef(text).flatMap(({ keyDef, releasePrevious, releaseSelf, repeat }): KeyAction[] => {
    const key = keyDef.key ?? ''
    const value = toValue(key)
    const before: KeyAction[] = held.delete(key) ? [{ type: 'keyUp', value }] : []
    if (releasePrevious) return before
    const down = Array.from({ length: repeat }, (): KeyAction => ({ type: 'keyDown', value }))
    if (!releaseSelf) held.add(key)
    return [...before, ...down, ...(releaseSelf ? [{ type: 'keyUp', value } as const] : [])]
  })
  await driven.run(focusTests)
  await driven.perform([keyboard(actions)])
  return { unreleased: [...held] }
}

/** Releases the keys that a test still holds. */
export const releaseKeys: BrowserCommand<[state: KeyboardState]> = ({ driven }, { unreleased }) =>
  driven.perform([keyboard(unreleased.map((key) => ({ type: 'keyUp', value: toValue(key) })))])

/** The tests run in a frame of Vitest's page, which gets the focus unless something in it has it. */
const focusTests = `
  const { contentWindow } = document.querySelector('iframe[data-vitest]')
  const { activeElement, body } = contentWindow.document
  if (!activeElement || activeElement === body) contentWindow.focus()
`

const mouse = (...actions: PointerAction[]): ActionSource => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions,
})

const keyboard = (actions: KeyAction[]): ActionSource => ({ type: 'key', id: 'keyboard', actions })

/** The character that stands for a key. https://www.w3.org/TR/webdriver2/#keyboard-actions */
function toValue(key: string): string {
  const value = specialKeys.get(key) ?? key
  if ([...value].length === 1) return value
  throw new Error(`The tests pressed no ${key} yet: add it to the keys in ${import.meta.url}.`)
}

const specialKeys = new Map([
  ['Backspace', '\uE003'],
  ['Tab', '\uE004'],
  ['Enter', '\uE007'],
  ['Shift', '\uE008'],
  ['Control', '\uE009'],
  ['Alt', '\uE00A'],
  ['Escape', '\uE00C'],
  ['PageUp', '\uE00E'],
  ['PageDown', '\uE00F'],
  ['End', '\uE010'],
  ['Home', '\uE011'],
  ['ArrowLeft', '\uE012'],
  ['ArrowUp', '\uE013'],
  ['ArrowRight', '\uE014'],
  ['ArrowDown', '\uE015'],
  ['Delete', '\uE017'],
])
