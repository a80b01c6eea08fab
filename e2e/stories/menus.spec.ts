import { expect } from '@playwright/test'
import { story } from '../story.ts'

story(
  'the arrow keys, Home and End move in a menu of actions, and Escape leads back to its button',
  async ({ logIn }) => {
    const ann = await logIn('Ann Reyes')
    await ann.openContact('Maria Lindqvist')
    const { page } = ann
    const button = page.getByRole('button', { name: 'More actions' })
    const [edit, remove] = ['Edit', 'Delete'].map((name) => page.getByRole('menuitem', { name }))
    if (!edit || !remove) throw new Error('The menu has two entries.')

    await button.focus()
    await page.keyboard.press('Enter')
    await expect(edit).toBeFocused()
    for (const [key, entry] of [
      ['ArrowDown', remove],
      ['ArrowDown', edit],
      ['ArrowUp', remove],
      ['Home', edit],
      ['End', remove],
    ] as const) {
      await page.keyboard.press(key)
      await expect(entry).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(button).toBeFocused()

    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('menu')).toBeHidden()
  },
)
