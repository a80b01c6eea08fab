import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../test/addElement.ts'
import { defineElements } from './defineElements.ts'

test('may be called twice', () => {
  defineElements()
  expect(defineElements).not.toThrow()
  expect(customElements.get('crm-chat-window')).toBeDefined()
})

const partOf = ({ shadowRoot }: HTMLElement): Element => shadowRoot?.querySelector('[part=window]') ?? document.body

test("gives the page no rule but for its own elements, and follows the page's theme", () => {
  const plain = document.body.appendChild(document.createElement('button'))
  onTestFinished(() => plain.remove())
  const look = () => [...getComputedStyle(plain)].map((name) => getComputedStyle(plain).getPropertyValue(name))
  const before = look()
  const element = addElement('crm-chat-window', { endpoint: openWorld().endpoint })
  expect(look()).toEqual(before)
  const background = () => getComputedStyle(partOf(element)).backgroundColor
  document.documentElement.dataset.ccTheme = 'dark'
  onTestFinished(() => {
    delete document.documentElement.dataset.ccTheme
  })
  expect(background()).toBe('rgb(21, 24, 30)')
  document.documentElement.dataset.ccTheme = 'light'
  expect(background()).toBe('rgb(255, 255, 255)')
  element.style.setProperty('--cc-surface', 'rgb(1, 2, 3)')
  expect(background()).toBe('rgb(1, 2, 3)')
})

test('lets the page style its parts', () => {
  const style = document.head.appendChild(document.createElement('style'))
  onTestFinished(() => style.remove())
  style.textContent = 'crm-chat-window::part(window) { border-width: 7px }'
  const element = addElement('crm-chat-window', { endpoint: openWorld().endpoint })
  expect(getComputedStyle(partOf(element)).borderTopWidth).toBe('7px')
})

test.each([
  ['dark', 'rgb(21, 24, 30)'],
  ['light', 'rgb(255, 255, 255)'],
])('shows the theme %s of one element, and of all inside of it', (theme, color) => {
  document.documentElement.dataset.ccTheme = theme === 'dark' ? 'light' : 'dark'
  onTestFinished(() => {
    delete document.documentElement.dataset.ccTheme
  })
  const element = addElement('crm-chat-panel', { endpoint: openWorld().endpoint, theme })
  const window = element.shadowRoot?.querySelector('crm-chat-window') as HTMLElement
  expect(getComputedStyle(partOf(window)).backgroundColor).toBe(color)
})
