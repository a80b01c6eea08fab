import { expect, test } from 'vitest'
import { createChatLabels } from './createChatLabels.ts'

test('keeps its own texts where none are given', () => {
  const labels = createChatLabels({ retry: 'Noch einmal', errors: { forbidden: 'Kein Zutritt.' } })
  expect(labels.retry).toBe('Noch einmal')
  expect(labels.errors.forbidden).toBe('Kein Zutritt.')
  expect(labels.failed).toBe('The chat did not open')
  expect(labels.errors.upstream_auth).toBe('The messenger service refused our key. Tell your administrator.')
})
