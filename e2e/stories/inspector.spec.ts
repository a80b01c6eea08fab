import { expect } from '@playwright/test'
import { Inspector } from '../pages/Inspector.ts'
import { startReceiver } from '../receiver.ts'
import { story } from '../story.ts'

story(
  'a developer plays the customer, watches the CRM’s requests, makes the vendor fail, and sees the CRM recover',
  async ({ demo, page, logIn }) => {
    const ann = await logIn('Ann Reyes')
    const inspector = new Inspector({ page, sandboxUrl: demo.sandbox.url })
    await inspector.open()

    await inspector.becomesCustomer({ phone: '+7 999 888-77-66', name: 'Maria' })
    await inspector.writes('Is anybody there?')
    await expect(inspector.unanswered).toContainText('1')
    await expect(ann.badgeNumber).toHaveText('1')

    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('Is anybody there?')
    const requests = await inspector.rows('Requests')
    await expect(requests.filter({ hasText: 'wazzup-v2.createIframe · answered' })).not.toHaveCount(0)

    await inspector.addsFault({ operation: 'wazzup-v2.createIframe', status: 503 })
    await ann.page.reload()
    await expect(ann.chatProblem).toBeVisible()
    await expect(ann.badgeNumber).toHaveText('1')
    const failed = (await inspector.rows('Requests')).filter({ hasText: '503' })
    await expect(failed.filter({ hasText: 'wazzup-v2.createIframe · fault' })).not.toHaveCount(0)

    await inspector.removesFaults()
    const again = await ann.retryChat()
    await again.reply('Yes, always.')
    await expect(ann.badge).toBeHidden()
    await inspector.openPanel('Phone')
    await expect(inspector.phone.getByRole('log')).toContainText('Yes, always.')
  },
)

story('a developer sees the webhook that a message triggers, and replays it', async ({ demo, page, request }) => {
  const receiver = await startReceiver()
  try {
    const registered = await request.patch(`${demo.sandbox.url}/v3/webhooks`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
      data: { webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: true } },
    })
    expect(registered.status()).toBe(200)
    const inspector = new Inspector({ page, sandboxUrl: demo.sandbox.url })
    await inspector.open()
    await inspector.becomesCustomer({ phone: '+7 999 888-77-66', name: 'Maria' })
    await inspector.writes('Tell the CRM!')

    const webhook = (await inspector.rows('Webhooks')).filter({ hasText: 'Tell the CRM!' })
    await expect(webhook).toContainText('200')
    await expect(webhook).toContainText(receiver.url)
    await webhook.getByRole('button', { expanded: false }).click()
    await expect(webhook.getByRole('region', { name: 'Body' })).toContainText('Tell the CRM!')
    await webhook.getByRole('button', { name: 'Replay' }).click()
    await expect.poll(() => receiver.bodies.filter((body) => body.includes('Tell the CRM!')).length).toBe(2)
  } finally {
    await receiver.stop()
  }
})
