import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { createListSource } from '../../../../core/test/conversation/createListSource.ts'
import { log, message, show } from '../../../test/showConversation.tsx'

beforeEach(() => page.viewport(800, 600))

/** Counts the messages on the page before each frame, as often as that changes. */
function countPerFrame(): number[] {
  const counts: number[] = []
  let frame = 0
  const count = (): void => {
    const { length } = log().getByRole('article').elements()
    if (length !== counts.at(-1)) counts.push(length)
    frame = requestAnimationFrame(count)
  }
  count()
  onTestFinished(() => cancelAnimationFrame(frame))
  return counts
}

test('draws a page of earlier messages in steps, the nearest first, and keeps what is read in its place', async () => {
  await show(createListSource({ count: 300 }))
  await expect.element(message('Message 299.')).toBeInViewport()
  const counts = countPerFrame()
  const reader = message('Message 252.')
  log().element().scrollTop = 40
  const { top } = reader.element().getBoundingClientRect()
  await expect.poll(() => counts.at(-1)).toBe(100)
  expect(counts[0]).toBe(50)
  expect(counts.every((count, index) => count - (counts[index - 1] ?? 50) <= 10)).toBe(true)
  expect(Math.abs(reader.element().getBoundingClientRect().top - top)).toBeLessThan(2)
})

test('draws a distant day at once', async () => {
  const source = createListSource({ count: 5_000 })
  await show(source)
  await expect.element(message('Message 4999.')).toBeInViewport()
  const counts = countPerFrame()
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(source.messages[1_500]?.sentAt)
  await page.getByLabelText('Go to a date').fill(day)
  await expect.element(message('Message 4999.')).not.toBeInTheDocument()
  expect(Math.min(...counts)).toBe(50)
})

test('moves in a message that comes, and none of the history', async () => {
  const source = createListSource({ count: 20 })
  await show(source)
  await expect.element(message('Message 19.')).toBeInViewport()
  const isMoving = (text: string) => getComputedStyle(message(text).element()).animationName !== 'none'
  expect(isMoving('Message 3.')).toBe(false)
  source.emit({ type: 'message', message: source.add({ text: 'One more' }) })
  await expect.element(message('One more')).toBeVisible()
  expect(isMoving('One more')).toBe(true)
})
