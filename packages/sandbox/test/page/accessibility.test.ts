import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { ann, bob } from '../fixtures/people.ts'
import { sendMessageExample } from '../fixtures/sendMessageExample.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { message } from './locators.ts'
import { openChats, phone, startChromium } from './openPage.ts'

startChromium()

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing wrong with', (colorScheme) => {
  const still = { colorScheme, reducedMotion: 'reduce' } as const

  it('list and thread', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    for (let number = 1; number <= 20; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), still)
    await expectPage(message(page, 'Message 20.')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('a thread on a phone', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), { ...still, ...phone })
    await expectPage(message(page, 'Hello')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('a link that does not work', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/chat/`, still)
    await expectPage(page.getByRole('alert')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
})
