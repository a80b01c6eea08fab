import { expect } from '@playwright/test'
import { sendMessageExample } from '../fixtures/sendMessage.ts'
import { story } from '../story.ts'

story(
  "the vendor's send-message example is accepted and appears on the chats page",
  async ({ demo, request, logIn }) => {
    const response = await request.post(`${demo.sandbox.url}/v2/send_message`, {
      headers: { Authorization: `Basic ${demo.apiKey}`, 'Content-Type': 'application/json' },
      data: Buffer.from(sendMessageExample),
    })
    expect(response.status()).toBe(201)
    expect(await response.json()).toEqual({ messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) })

    const ann = await logIn('Ann Reyes')
    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('img_01.png')
  },
)
