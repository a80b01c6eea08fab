import { expect, onTestFinished, test } from 'vitest'
import { createSteppedClock, type SteppedClock } from '../../../test/createSteppedClock.ts'
import { joinAnnouncer } from './announcer.ts'

/** Adds a badge that says `4 unanswered`. */
function addBadge(clock: SteppedClock): { element: Element; leave: () => void } {
  const element = document.createElement('span')
  element.setAttribute('data-status', 'live')
  element.setAttribute('aria-label', '4 unanswered')
  const leave = joinAnnouncer({ element, endpoint: '/chat', clock })
  onTestFinished(leave)
  return { element, leave }
}

test('says a number once, though the badge that said it goes before another one of the same proxy has it', async () => {
  const clock = createSteppedClock()
  const [first, second] = [addBadge(clock), addBadge(clock)]
  const heard: (string | null)[] = []
  const region = document.querySelector('[aria-live]') as Element
  const observer = new MutationObserver(() => heard.push(region.textContent))
  observer.observe(region, { childList: true })
  onTestFinished(() => observer.disconnect())
  const show = async (badge: Element, phrase: string): Promise<void> => {
    badge.setAttribute('aria-label', phrase)
    await clock.advance(0) // The badge's observer hears of it.
    await Promise.resolve()
  }
  await show(first.element, '5 unanswered')
  await clock.advance(400)
  await show(second.element, '5 unanswered')
  await clock.advance(400)
  first.leave()
  await clock.advance(1_000)
  await show(second.element, '6 unanswered')
  await clock.advance(1_000)
  expect(heard).toEqual(['5 unanswered', '6 unanswered'])
})
