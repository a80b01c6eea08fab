import { onTestFinished } from 'vitest'
import { defineElements } from '../src/defineElements.ts'
import { sharedChat } from '../src/sharedChat.ts'

/** Adds one of our elements to the page, for as long as the test runs. */
export function addElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[Tag] {
  defineElements()
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  onTestFinished(() => {
    element.remove()
    const endpoint = element.getAttribute('endpoint')
    if (endpoint) sharedChat(endpoint).close() // It keeps the latest frames, for as long as the page lives.
  })
  return element
}
