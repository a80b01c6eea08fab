import { run } from 'axe-core'
import { expect, test } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createComposerRig } from '../../../core/test/composer/createComposerRig.ts'
import { sendButton, sentItem, showComposer, text } from '../../test/showComposer.tsx'
import { MessageComposer } from './MessageComposer.tsx'
import { type UseComposerOptions, useComposer } from './useComposer.ts'

const ann = { name: 'Ann', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] } as const
const anton = { chats: [{ chatType: 'telegram', chatId: '55501234', name: 'Anton' }] } as const

test('sends a text, and tells what became of it', async () => {
  const rig = createComposerRig()
  await showComposer(rig, { contact: ann })
  await expect.element(page.getByRole('combobox', { name: 'To' })).toHaveDisplayValue('WhatsApp · +79998887766')
  await expect.element(sendButton()).toBeDisabled()
  await text().fill('Your order is ready.')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(sentItem('Your order')).toHaveTextContent('Queued')
  await expect.element(text()).toHaveValue('')
  for (const [status, word] of [
    ['sent', 'Sent'],
    ['delivered', 'Delivered'],
    ['read', 'Read'],
  ] as const) {
    rig.emit({ type: 'status', change: { messageIds: ['m1'], status } })
    await expect.element(sentItem('Your order')).toHaveTextContent(word)
  }
  expect(rig.sent).toMatchObject([{ to: ann.chats[0], message: { text: 'Your order is ready.', channelId: 'qr' } }])
})

test('says why a message was refused, and sends it again', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({
    ok: false,
    error: {
      message: 'The messenger service refused this.',
      code: 'upstream_refused',
      detail: 'The channel is switched off.',
    },
  }))
  await showComposer(rig, { contact: ann })
  await text().fill('Hello')
  await sendButton().click()
  const reason = 'Not sent. The messenger service refused this. The channel is switched off.'
  await expect.element(sentItem('Hello').getByRole('alert')).toHaveTextContent(reason)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect.element(sentItem('Hello')).toHaveTextContent('Queued')
  rig.emit({ type: 'status', change: { messageIds: ['m2'], status: 'failed', failure: 'BAD_CONTACT' } })
  await expect
    .element(sentItem('Hello').getByRole('alert'))
    .toHaveTextContent('Not delivered. This contact has no account in the messenger.')
})

test('says that it could not confirm a message, and sends it again only when the user says so', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({
    ok: false,
    error: {
      message: 'The messenger service did not confirm it.',
      code: 'outcome_unknown',
      unconfirmed: true,
      isFinal: true,
    },
  }))
  await showComposer(rig, { contact: ann })
  await text().fill('Hello')
  await sendButton().click()
  await expect
    .element(sentItem('Hello').getByRole('alert'))
    .toHaveTextContent('Could not confirm that it was sent. The messenger service did not confirm it.')
  expect(rig.sent).toHaveLength(1)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect.element(sentItem('Hello')).toHaveTextContent('Queued')
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(2)
})

test('writes to a new number that it understands, and to nobody before', async () => {
  const rig = createComposerRig()
  await showComposer(rig, { contact: ann })
  await text().fill('Hello')
  await page.getByRole('combobox', { name: 'To' }).selectOptions('Another number or name…')
  await expect.element(sendButton()).toBeDisabled()
  const number = page.getByRole('textbox', { name: 'Phone number' })
  await number.fill('0049 30')
  await userEvent.tab()
  await expect.element(page.getByText('Enter an international number')).toBeVisible()
  await expect.element(sendButton()).toBeDisabled()
  await number.fill('+49 (30) 901-820')
  await sendButton().click()
  await expect.element(sentItem('Hello')).toHaveTextContent('To +4930901820')
  expect(rig.sent).toMatchObject([{ to: { chatType: 'whatsapp', phone: '4930901820' }, message: { text: 'Hello' } }])
  await page.getByRole('combobox', { name: 'Messenger' }).selectOptions('Telegram, by name')
  await page.getByRole('textbox', { name: 'Telegram name' }).fill('@anna_smith')
  await text().fill('Hi')
  await sendButton().click()
  await expect.element(sentItem('Hi')).toHaveTextContent('To @anna_smith')
  expect(rig.sent[1]).toMatchObject({
    to: { chatType: 'telegram', username: 'anna_smith' },
    message: { channelId: 'bot' },
  })
})

test('sends a template to a new WABA number, with its values, that of a link, and payloads', async () => {
  const rig = createComposerRig({ transports: ['wapi'] })
  rig.source.fetchTemplates = async () => ({
    ok: true,
    result: [
      {
        id: 't1',
        name: 'shipped',
        category: 'UTILITY',
        language: 'en',
        header: { format: 'TEXT', text: 'Order {{1}}' },
        body: 'Hello {{name}}, it is on its way.',
        footer: 'The shop',
        buttons: [{ text: 'Thanks' }, { text: 'Track', url: 'https://shop.example/{{1}}' }],
        places: [
          { part: 'header', variable: '{{1}}', takes: 'text' },
          { part: 'body', variable: '{{name}}', takes: 'text' },
          { part: 'button', variable: '{{1}}', takes: 'text' },
        ],
        channelIds: null,
      },
    ],
  })
  await showComposer(rig, { contact: { phones: ['+49 30 901820'] } })
  await expect.element(page.getByText('A new number in WhatsApp Business gets a template first.')).toBeVisible()
  await expect.element(text()).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Choose a template' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a template' })
  await dialog.getByRole('button', { name: 'shipped' }).click()
  await dialog.getByRole('textbox', { name: 'Header, {{1}}' }).fill('17')
  await dialog.getByRole('textbox', { name: 'Text, {{name}}' }).fill('Ann')
  await dialog.getByRole('textbox', { name: 'Button link, {{1}}' }).fill('a7')
  await dialog.getByRole('textbox', { name: 'Value of the button “Thanks” (optional)' }).fill('thanked')
  await expect.element(dialog.getByRole('article', { name: 'Preview' })).toHaveTextContent('Order 17Hello Ann')
  await dialog.getByRole('button', { name: 'Send template' }).click()
  await expect.element(sentItem('Hello Ann, it is on its way.')).toHaveTextContent('Queued')
  expect(rig.sent).toMatchObject([
    {
      to: { chatType: 'whatsapp', phone: '4930901820' },
      message: { template: { id: 't1', values: ['17', 'Ann', 'a7'], payloads: ['thanked', ''] }, channelId: 'wapi' },
    },
  ])
})

test('counts a text by the messenger’s limit, in its unit', async () => {
  await showComposer(createComposerRig(), { contact: anton })
  await text().fill('😀'.repeat(4_095))
  await expect.element(page.getByText('1 character left')).toBeVisible()
  await text().fill('😀'.repeat(4_098))
  await expect.element(page.getByText('2 characters too long')).toBeVisible()
  await expect.element(sendButton()).toBeDisabled()
})

test('edits a Telegram keyboard in rows, by its limits and flags', async () => {
  const rig = createComposerRig({ vendor: 'wazzup-tech' })
  await showComposer(rig, { contact: anton })
  await text().fill('Shall we meet?')
  await page.getByRole('button', { name: 'Add buttons' }).click()
  const editor = page.getByRole('region', { name: 'Buttons' })
  const first = editor.getByRole('group', { name: 'Button 1' })
  await first.getByRole('textbox', { name: 'Text' }).fill('Да')
  await first.getByRole('textbox', { name: 'Value that comes back' }).fill('ж'.repeat(33))
  await expect.element(first.getByText('2 bytes too long')).toBeVisible()
  await expect.element(sendButton()).toBeDisabled()
  await first.getByRole('textbox', { name: 'Value that comes back' }).fill('yes')
  await editor.getByRole('button', { name: 'Add beside button 1' }).click()
  const second = editor.getByRole('group', { name: 'Button 2' })
  await second.getByRole('combobox', { name: 'Action' }).selectOptions('Open a link')
  await second.getByRole('textbox', { name: 'Text' }).fill('Map')
  await second.getByRole('textbox', { name: 'Link' }).fill('shop.example')
  await userEvent.tab()
  await expect.element(second.getByText('Enter a link that starts with http')).toBeVisible()
  await second.getByRole('textbox', { name: 'Link' }).fill('https://shop.example')
  await sendButton().click()
  await expect.element(sentItem('Shall we meet?')).toHaveTextContent('ДаMap')
  expect(rig.sent[0]?.message.keyboard).toEqual({
    type: 'inline',
    rows: [
      [
        { text: 'Да', callbackData: 'yes' },
        { text: 'Map', url: 'https://shop.example' },
      ],
    ],
  })
  await text().fill('Size?')
  await page.getByRole('button', { name: 'Add buttons' }).click()
  await page.getByRole('combobox', { name: 'Kind of buttons' }).selectOptions('In place of the keyboard')
  await first.getByRole('textbox', { name: 'Text' }).fill('M')
  await page.getByRole('checkbox', { name: 'Hide after a button is pressed' }).click()
  await page.getByRole('checkbox', { name: 'As high as its buttons' }).click()
  await sendButton().click()
  await expect.poll(() => rig.sent).toHaveLength(2)
  expect(rig.sent[1]?.message.keyboard).toEqual({ type: 'reply', rows: [[{ text: 'M' }]], oneTime: true, resize: true })
})

test('asks for as many entries as a list of Whatomate needs, and takes a link as a button', async () => {
  const rig = createComposerRig({ vendor: 'whatomate', channels: null })
  await showComposer(rig, { contact: ann })
  await text().fill('Which size?')
  await page.getByRole('button', { name: 'Add buttons' }).click()
  await page.getByRole('combobox', { name: 'Kind of buttons' }).selectOptions('List to choose from')
  for (const [index, size] of ['S', 'M', 'L', 'M'].entries())
    await page
      .getByRole('group', { name: `Button ${index + 1}` })
      .getByRole('textbox', { name: 'Text' })
      .fill(size)
  await userEvent.tab()
  await expect.element(sendButton()).toBeDisabled() // Two could not be told apart.
  await page.getByRole('group', { name: 'Button 4' }).getByRole('textbox', { name: 'Text' }).fill('XL')
  await page.getByRole('button', { name: 'Remove button 4' }).click()
  await expect.element(page.getByText('At least 4 buttons are needed.')).toBeVisible()
  await expect.element(sendButton()).toBeDisabled()
  await page.getByRole('button', { name: 'Add a button' }).click()
  await page.getByRole('group', { name: 'Button 4' }).getByRole('textbox', { name: 'Text' }).fill('XL')
  await sendButton().click()
  await expect.poll(() => rig.sent).toHaveLength(1)
  expect(rig.sent[0]?.message.keyboard).toMatchObject({
    type: 'list',
    sections: [{ rows: [{ id: 'S', title: 'S' }, {}, {}, {}] }],
  })
  await text().fill('Your order')
  await page.getByRole('button', { name: 'Add buttons' }).click()
  await page.getByRole('combobox', { name: 'Kind of buttons' }).selectOptions('Button with a link')
  await page.getByRole('textbox', { name: 'Text' }).fill('Open')
  await page.getByRole('textbox', { name: 'Link' }).fill('https://shop.example/17')
  await sendButton().click()
  await expect.poll(() => rig.sent).toHaveLength(2)
  expect(rig.sent[1]?.message.keyboard).toEqual({ type: 'link', text: 'Open', url: 'https://shop.example/17' })
})

test('colors the buttons of MAX, quotes, and keeps the chat unanswered', async () => {
  const rig = createComposerRig()
  await showComposer(rig, {
    contact: { chats: [{ chatType: 'max', chatId: '900100' }] },
    quote: { messageId: 'm0', text: 'Is it ready?' },
  })
  await expect.element(page.getByText('Is it ready?')).toBeVisible()
  await text().fill('It is. Shall we bring it?')
  await page.getByRole('checkbox', { name: 'Keep as unanswered' }).click()
  await page.getByRole('button', { name: 'Add buttons' }).click()
  const first = page.getByRole('group', { name: 'Button 1' })
  await first.getByRole('textbox', { name: 'Text' }).fill('Yes')
  await first.getByRole('combobox', { name: 'Color' }).selectOptions('Positive')
  await sendButton().click()
  await expect.poll(() => rig.sent).toHaveLength(1)
  expect(rig.sent[0]?.message).toMatchObject({
    quotedMessageId: 'm0',
    keepUnanswered: true,
    keyboard: { type: 'max', rows: [[{ type: 'callback', text: 'Yes', payload: 'Yes', intent: 'positive' }]] },
  })
})

/** Chooses a file within the page: a large one would take seconds on its way from the test runner. */
function choose(picker: Locator, file: File): void {
  const input = picker.element() as HTMLInputElement // A field for files.
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

test('uploads a file with its progress, and refuses one that is too large for the messenger', async () => {
  const rig = createComposerRig()
  let finish = (): void => undefined
  rig.answers.push(
    ({ onUpload }) =>
      new Promise((resolve) => {
        onUpload(0.5)
        finish = () => resolve({ ok: true, result: { messageId: 'm1' } })
      }),
  )
  await showComposer(rig, { contact: ann })
  const picker = page.getByLabelText('File to send')
  choose(picker, new File([new Uint8Array(11 * 1024 * 1024)], 'film.mp4', { type: 'video/mp4' }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Files can be up to 10.5 MB.')
  await picker.upload(new File(['x'], 'plan.pdf', { type: 'application/pdf' }))
  await expect.element(page.getByText('plan.pdf')).toBeVisible()
  await sendButton().click()
  await expect.element(sentItem('plan.pdf')).toHaveTextContent('Uploading, 50%')
  await expect.element(sentItem('plan.pdf')).not.toHaveTextContent('can only be seen')
  finish()
  await expect.element(sentItem('plan.pdf')).toHaveTextContent('Queued')
})

test('says what is missing: channels, permission, the server, the connection', async () => {
  const rig = createComposerRig({ transports: [] })
  await showComposer(rig)
  await expect.element(page.getByText('No active channel')).toBeVisible()
  const allowed = {
    can: [],
    vendor: 'wazzup-v3',
    chatTypes: ['whatsapp'],
    channels: null,
    largestFileBytes: 1,
    clockOffsetMs: 0,
    userId: '7',
  }
  rig.emit({ type: 'allowed', allowed })
  await expect.element(page.getByText("You can't send messages")).toBeVisible()
  rig.emit({ type: 'allowed', allowed: { ...allowed, can: ['send'] } })
  await page.getByRole('textbox', { name: 'Phone number' }).fill('4930901820')
  await text().fill('Hello')
  await expect.element(sendButton()).toBeEnabled()
  rig.emit({ type: 'lost' })
  await expect.element(page.getByText('Connection lost. Reconnecting…')).toBeVisible()
  await expect.element(sendButton()).toBeDisabled()
  expect(rig.sent).toEqual([])
})

test('says why it did not load, and loads again', async () => {
  const rig = createComposerRig()
  const { subscribe } = rig.source
  let isAway = true
  rig.source.subscribe = (listener) => {
    if (!isAway) return subscribe(listener)
    listener({
      type: 'failed',
      error: { message: 'The server cannot be reached. Check your connection.', code: 'network' },
    })
    return () => undefined
  }
  await showComposer(rig, { contact: ann })
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The server cannot be reached. Check your connection.')
  isAway = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(text()).toBeVisible()
})

function OwnComposer(props: UseComposerOptions) {
  return <MessageComposer composer={useComposer(props)} />
}

test('begins anew for another contact, with the quote that comes along', async () => {
  const { source } = createComposerRig()
  const view = (props: UseComposerOptions) => <OwnComposer createSource={() => source} draftStorage={null} {...props} />
  const screen = await render(view({ contact: ann, quote: { messageId: 'a1', text: 'When, asks Ann?' } }))
  await text().fill('For Ann')
  await page.getByLabelText('File to send').upload(new File(['x'], 'ann.pdf', { type: 'application/pdf' }))
  await expect.element(page.getByText('ann.pdf')).toBeVisible()
  await screen.rerender(view({ contact: anton, quote: { messageId: 'b1', text: 'Where, asks Anton?' } }))
  await expect.element(text()).toHaveValue('')
  await expect.element(page.getByText('ann.pdf')).not.toBeInTheDocument()
  await expect.element(page.getByText('Where, asks Anton?')).toBeVisible()
})

test('has no finding of axe with everything open', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({ ok: false, error: { message: 'Unknown.', unconfirmed: true } }))
  await showComposer(rig, { contact: anton, quote: { messageId: 'm0', text: 'When?' } })
  await text().fill('Hello')
  await sendButton().click()
  await expect.element(sentItem('Hello').getByRole('alert')).toBeVisible()
  await page.getByRole('combobox', { name: 'To' }).selectOptions('Another number or name…')
  await page.getByRole('combobox', { name: 'Messenger' }).selectOptions('Telegram, by name')
  await page.getByRole('textbox', { name: 'Telegram name' }).fill('@anna_smith')
  await page.getByRole('button', { name: 'Add buttons' }).click()
  await page.getByRole('group', { name: 'Button 1' }).getByRole('textbox', { name: 'Text' }).fill('Yes')
  const { violations } = await run(document.body)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([])
})
