import { expect, test } from 'vitest'
import { createChatLabels } from './createChatLabels.ts'

test('keeps its own texts where none are given', () => {
  const labels = createChatLabels({ retry: 'Noch einmal', errors: { forbidden: 'Kein Zutritt.' } })
  expect(labels.retry).toBe('Noch einmal')
  expect(labels.errors).toEqual({ forbidden: 'Kein Zutritt.' })
  expect(labels.failed).toBe('The chat did not open')
})
