import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { openWorld } from '../../../core/test/openWorld.ts'
import { addElement } from '../../test/addElement.ts'

test('is a window in the page under a heading', async () => {
  const element = addElement('crm-chat-panel', { endpoint: openWorld().endpoint, label: 'Ann' })
  await expect.poll(() => element.state.status).toBe('ready')
  await expect.element(page.getByRole('region', { name: 'Ann' })).toBeVisible()
  expect(page.getByRole('heading', { name: 'Ann' }).elements()).toHaveLength(1)
  await expect.element(page.getByRole('button', { name: 'Close chats' })).not.toBeInTheDocument()
})

test('has a Close only where it is wanted, and says that it was pressed', async () => {
  const element = addElement('crm-chat-panel', { endpoint: openWorld().endpoint, closable: '' })
  let pressed = 0
  element.addEventListener('crm-chat-close', () => {
    pressed += 1
  })
  await page.getByRole('button', { name: 'Close chats' }).click()
  expect(pressed).toBe(1)
  element.removeAttribute('closable')
  await expect.element(page.getByRole('button', { name: 'Close chats' })).not.toBeInTheDocument()
})
