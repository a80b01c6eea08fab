import { type ConversationMessage, createConversation } from '@crm-chat/core/conversation'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createListSource, everything } from '../../../core/test/conversation/createListSource.ts'
import { addStyles, field, log, message, show } from '../../test/showConversation.tsx'
import { Conversation, type ConversationProps } from './Conversation.tsx'

beforeEach(() => page.viewport(800, 600))

/** Shows one message with these parts. */
async function showOne(part: Partial<ConversationMessage>, props?: Partial<ConversationProps>): Promise<void> {
  const source = createListSource()
  source.add({ text: null, ...part })
  await show(source, props)
}

test('sends what was written, and shows it once', async () => {
  const source = createListSource({ count: 3 })
  await show(source)
  await field().fill('Good morning')
  await userEvent.keyboard('{Enter}')
  await expect.element(message('Good morning').getByRole('img', { name: 'Sent' })).toBeVisible()
  await expect.element(field()).toHaveValue('')
  expect(message('Good morning').elements()).toHaveLength(1)
  expect(source.sent).toHaveLength(1)
})

test('says that nobody knows whether a message was sent, and repeats it only when the user says so', async () => {
  const source = createListSource()
  source.answers.push(async () => ({ ok: false, error: { message: 'The connection broke.', unconfirmed: true } }))
  await show(source)
  await field().fill('Good morning')
  await userEvent.keyboard('{Enter}')
  const alert = page.getByRole('alert')
  await expect.element(alert).toHaveTextContent('Could not confirm that it was sent. The connection broke.')
  expect(source.sent).toHaveLength(1)
  await alert.getByRole('button', { name: 'Send again' }).click()
  await expect.element(message('Good morning').getByRole('img', { name: 'Sent' })).toBeVisible()
  await expect.element(alert).not.toBeInTheDocument()
})

test('offers nothing that the source does not allow', async () => {
  const source = createListSource({ count: 3 })
  await show(source)
  await expect
    .element(message('Message 2.').getByRole('button', { name: 'Quote', includeHidden: true }))
    .toBeInTheDocument()
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['send'] } })
  await expect.element(log().getByRole('button', { includeHidden: true })).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Attach a file' })).not.toBeInTheDocument()
  source.emit({ type: 'allowed', allowed: { ...everything, can: [] } })
  await expect.element(field()).not.toBeInTheDocument()
})

test('edits and deletes by the rules of the messenger, and for as long as it allows', async () => {
  const source = createListSource()
  source.add({ text: 'New', direction: 'outgoing', status: 'sent' })
  source.add({ text: 'Old', direction: 'outgoing', status: 'sent', sentAt: Date.now() - 16 * 60_000 })
  const file = { url: 'https://files.example.com/a.pdf', name: 'a.pdf', kind: 'document', isShown: false } as const
  source.add({ text: 'A file', direction: 'outgoing', status: 'sent', file })
  await show(source)
  const actions = (text: string) =>
    message(text)
      .getByRole('button', { includeHidden: true }) // They are seen while the pointer or the focus is there.
      .elements()
      .map((button) => button.ariaLabel)
  await expect.element(message('New')).toBeVisible()
  expect([actions('New'), actions('Old'), actions('A file')]).toEqual([
    ['Quote', 'Edit', 'Delete message'],
    ['Quote'],
    ['Quote', 'Delete message'],
  ])
})

test('reports as read what was on the screen, and nothing else', async () => {
  const source = createListSource({ count: 120 })
  const read: string[] = []
  source.read = async ({ id }) => {
    read.push(id)
    return { ok: true, result: null }
  }
  const middle = source.messages[60]
  const conversation = createConversation(source, { draftStorage: null })
  onTestFinished(conversation.close)
  if (middle) await conversation.openMessage(middle)
  addStyles()
  await render(
    <div style={{ height: '500px' }}>
      <Conversation conversation={conversation} />
    </div>,
  )
  await expect.element(message('Message 60.')).toBeInViewport()
  await expect.poll(() => read.length).toBe(1)
  const seen = Number(read[0]?.slice(1))
  expect(seen).toBeGreaterThanOrEqual(60)
  expect(seen).toBeLessThan(70)
})

test('keeps its place while earlier messages are added above', async () => {
  await show(createListSource({ count: 300 }))
  await expect.element(message('Message 299.')).toBeInViewport()
  log().element().scrollTop = 0
  await expect.element(message('Message 200.')).toBeInTheDocument()
  await expect.element(message('Message 250.')).toBeInViewport()
  expect(message('Message 200.').element().getBoundingClientRect().bottom).toBeLessThan(0)
})

test('has at most 200 messages of any history on the page', async () => {
  await show(createListSource({ count: 50_000 }))
  await expect.element(message('Message 49999.')).toBeInViewport()
  for (const first of [49_900, 49_850, 49_800, 49_750, 49_700, 49_650, 49_600, 49_550, 49_500]) {
    log().element().scrollTop = 0
    await expect.element(message(`Message ${first}.`)).toBeInTheDocument()
  }
  expect(log().getByRole('article').elements().length).toBeLessThanOrEqual(200)
  await page.getByRole('button', { name: 'Go to the latest message' }).click()
  await expect.element(message('Message 49999.')).toBeInViewport()
})

test('loads nothing of a file elsewhere: it is a link', async () => {
  const url = 'https://files.example.com/a.png'
  await showOne({ file: { url, name: 'a.png', host: 'files.example.com', kind: 'image', isShown: false } })
  await expect.element(log().getByRole('link', { name: 'a.png' })).toHaveAttribute('href', url)
  expect(document.querySelector('.cc-conversation :is(img, video, audio)')).toBeNull()
})

test('makes no link of a file whose address is no web address', async () => {
  await showOne({ file: { url: 'javascript:alert(1)', name: 'a.png', kind: 'image', isShown: false } })
  await expect.element(log().getByText('a.png')).toBeVisible()
  expect(log().getByRole('link').elements()).toEqual([])
})

test.each([
  ['a missed call', { type: 'missedCall' }, 'Missed call'],
  ['a place', { type: 'location', text: '55.75, 37.62' }, 'Location'],
  ['a contact', { type: 'contact', text: 'Ann +79998887766' }, 'Contact'],
  ['a kind that only the messenger shows', { type: 'unsupported' }, 'This kind of message can only be seen'],
  ['a kind of a newer proxy', { type: 'poll' }, 'This kind of message can only be seen'],
])('names %s', async (_, part, expected) => {
  await showOne(part)
  await expect.element(log().getByRole('article')).toHaveTextContent(expected)
})

test('shows reactions, counted, and the author of a message in a group', async () => {
  const reactions = [{ emoji: '👍', authorName: 'Bob' }, { emoji: '👍' }, { emoji: '🎉' }]
  await showOne({ text: 'Hello', authorName: 'Ann', reactions }, { isGroup: true })
  await expect.element(log().getByRole('list', { name: 'Reactions' })).toHaveTextContent(/👍 2.*🎉/)
  await expect.element(log().getByRole('article')).toHaveTextContent(/Ann.*Hello/)
})

test('explains a failure: by the words, by the source, or by its code', async () => {
  const source = createListSource()
  for (const [failure, explanation] of [
    ['SPAM', 'Told otherwise.'],
    ['NEW_CODE', 'The vendor’s own sentence.'],
    ['OTHER_CODE', null],
    [null, null],
  ] as const)
    source.add({ text: 'Hi', direction: 'outgoing', status: 'failed', failure, explanation })
  await show(source)
  const reasons = () =>
    log()
      .getByRole('status')
      .elements()
      .map(({ textContent }) => textContent?.replace('Send again', ''))
  await expect
    .poll(reasons)
    .toEqual([
      'Not delivered. The messenger flagged it as spam.',
      'Not delivered. The vendor’s own sentence.',
      'Not delivered. OTHER_CODE',
      'Not delivered. The messenger gave no reason.',
    ])
})

test('takes words of its own, and their direction', async () => {
  const labels = { dir: 'rtl', lang: 'ar', write: 'اكتب رسالة', today: 'اليوم' } as const
  await show(createListSource({ count: 2 }), { labels })
  await expect.element(field()).toHaveAttribute('placeholder', 'اكتب رسالة')
  await expect.element(page.getByText('اليوم')).toBeVisible()
  const own = message('Message 1.').element().getBoundingClientRect()
  expect(own.right).toBeGreaterThan(700) // Messages of the customer are at the start.
})

test('says that the connection is lost, and takes its text again once it is back', async () => {
  const source = createListSource({ count: 2 })
  await show(source)
  await field().fill('Good morning')
  source.emit({ type: 'lost' })
  await expect.element(page.getByText('Connection lost. Reconnecting…')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  source.emit({ type: 'live' })
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled()
})

test('finds messages, goes to one far back with the match highlighted, and ends with Escape', async () => {
  const source = createListSource({ count: 500 })
  source.search = async (text) => ({
    ok: true,
    result: { messages: source.messages.filter((one) => one.text?.includes(text)).toReversed(), hasMore: false },
  })
  await show(source)
  const search = page.getByRole('searchbox', { name: 'Search messages' })
  await search.fill('Message 12.')
  await page.getByRole('search').getByRole('button', { name: 'Message 12.' }).click()
  await expect.element(message('Message 12.')).toBeInViewport()
  await expect.element(message('Message 12.').getByText('Message 12.', { exact: true })).toHaveClass('cc-mark')
  await userEvent.keyboard('{Escape}')
  await search.fill('nobody wrote this')
  await expect.element(page.getByText('No message contains “nobody wrote this”.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(search).toHaveValue('')
})

test('reacts to a message, and presses a button, where the source takes it', async () => {
  const source = createListSource()
  source.add({ text: 'Which one?', buttons: [{ text: 'The oak one' }, { text: 'More', url: 'javascript:alert(1)' }] })
  await show(source)
  await expect.element(message('Which one?')).toBeVisible()
  const buttons = () => page.getByRole('list', { name: 'Buttons' }).getByRole('button').elements()
  expect(buttons()).toEqual([]) // Staff see what the customer can press.
  const done: string[] = []
  const take = async (what: string) => {
    done.push(what)
    return { ok: true, result: null } as const
  }
  source.react = ({ emoji }) => take(`react ${emoji}`)
  source.press = ({ text }) => take(`press ${text}`)
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['react', 'press'] } })
  await message('Which one?').hover()
  await message('Which one?').getByRole('button', { name: 'React', exact: true }).click()
  await message('Which one?').getByRole('button', { name: 'React with 👍' }).click()
  await page.getByRole('button', { name: 'The oak one' }).click()
  await expect.poll(() => done).toEqual(['react 👍', 'press The oak one'])
  expect(page.getByRole('link').elements()).toEqual([])
})

test('goes to a date, and says nothing while a year is being typed', async () => {
  const source = createListSource({ count: 5_000 })
  await show(source)
  const day = new Date(source.messages[1_500]?.sentAt ?? 0)
  day.setHours(0, 0, 0, 0)
  const first = source.messages.find(({ sentAt }) => sentAt >= day.getTime())
  const text = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(day)
  const before = source.requests.length
  const field = page.getByLabelText('Go to a date')
  await field.fill('0020-01-01')
  expect(source.requests).toHaveLength(before)
  await field.fill(text)
  await expect.element(message(first?.text ?? '')).toBeInViewport()
  expect(source.requests[before]).toEqual({ from: day.getTime() })
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['search'] } })
  await expect.element(field).not.toBeInTheDocument()
})

test('shows the entries of a list in their parts', async () => {
  const buttons = [
    { text: 'Oak', section: 'Tables', description: 'Two metres' },
    { text: 'Pine', section: 'Tables' },
    { text: 'Ash', section: 'Chairs' },
  ]
  await showOne({ text: 'Choose', type: 'interactive', buttons })
  const entries = page.getByRole('list', { name: 'Buttons' }).getByRole('listitem')
  await expect
    .poll(() => entries.elements().map(({ textContent }) => textContent))
    .toEqual(['TablesOakTwo metres', 'Pine', 'ChairsAsh'])
})

test.each([
  ['a template', { type: 'template' }, 'From a template'],
  ['buttons', { type: 'interactive' }, 'Message with buttons'],
  ['a picture that is not there', { type: 'image' }, 'Image'],
  ['an empty text', { type: 'text' }, 'This kind of message can only be seen'],
])('says what %s without anything to show is', async (_, part, expected) => {
  await showOne(part)
  await expect.element(log().getByRole('article')).toHaveTextContent(expected)
})

test('replaces the file of a message while it is edited, and keeps what was being written', async () => {
  const source = createListSource()
  const file = { url: 'https://files.example.com/a.pdf', name: 'a.pdf', kind: 'document', isShown: false } as const
  source.add({ text: 'The plan', direction: 'outgoing', status: 'sent', file })
  const edits: unknown[] = []
  source.edit = async (edit) => {
    edits.push(edit)
    return { ok: true, result: { messageId: edit.message.id } }
  }
  const [channel] = everything.channels
  const allowed = { ...everything, channels: channel ? [{ ...channel, changes: ['text', 'content'] as const }] : [] }
  await show(source)
  source.emit({ type: 'allowed', allowed })
  await field().fill('Not yet')
  const pick = (name: string) => userEvent.upload(page.getByLabelText('File to send'), new File(['x'], name))
  await pick('mine.txt')
  await message('The plan').hover()
  await message('The plan').getByRole('button', { name: 'Edit' }).click()
  await expect.element(page.getByText('mine.txt')).not.toBeInTheDocument()
  await pick('b.pdf')
  await expect.element(page.getByText('b.pdf')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => edits).toMatchObject([{ file: { name: 'b.pdf' } }])
  expect(edits[0]).not.toHaveProperty('text')
  await expect.element(field()).toHaveValue('Not yet')
  await expect.element(page.getByText('mine.txt')).toBeVisible()
})

test('counts characters as the messenger does, up to the limit of the channel', async () => {
  const source = createListSource({ count: 1 })
  await show(source)
  const [channel] = everything.channels
  if (!channel) throw new Error('There is no channel.')
  source.emit({ type: 'allowed', allowed: { ...everything, channels: [{ ...channel, longestText: 4 }] } })
  await field().fill('👍👍👍')
  await expect.element(page.getByText('1 character left')).toBeVisible()
  await field().fill('👍👍👍👍👍')
  await expect.element(page.getByText('1 character too long')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeDisabled()
})

test('names the people of a group where the source says that it is one', async () => {
  const source = createListSource()
  source.add({ text: 'Hello', authorName: 'Ann' })
  await show(source)
  await expect.element(message('Hello')).not.toHaveTextContent('Ann')
  source.emit({ type: 'allowed', allowed: { ...everything, isGroup: true } })
  await expect.element(message('Hello')).toHaveTextContent(/Ann.*Hello/)
})

test('draws nothing anew but what changes: one article for a message that comes, none while it is scrolled', async () => {
  const source = createListSource({ count: 50_000 })
  await show(source)
  await expect.element(message('Message 49999.')).toBeInViewport()
  let added = 0
  let changed = 0
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes, target } of records) {
      added += [...addedNodes].filter((node) => node instanceof HTMLElement && node.matches('article')).length
      if (type !== 'childList' && target instanceof HTMLElement && target.closest('article')) changed += 1
    }
  })
  observer.observe(log().element(), { subtree: true, childList: true, attributes: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  source.emit({ type: 'message', message: source.add({ text: 'One more' }) })
  await expect.element(message('One more')).toBeVisible()
  expect([added, changed <= 2]).toEqual([1, true]) // The one before may end its group no more.
  const requests = source.requests.length
  log().element().scrollTop = 0
  await expect.element(message('Message 49900.')).toBeInTheDocument()
  expect([added, source.requests.length]).toEqual([51, requests + 1])
  log().element().scrollTop += 200
  await expect.poll(() => log().element().scrollTop).toBeGreaterThan(0)
  expect(added).toBe(51)
})

test('sends a reply through the channel that is shown, also when it has stopped working', async () => {
  const source = createListSource()
  const [one] = everything.channels
  if (!one) throw new Error('There is no channel.')
  const channels = [one, { ...one, id: 'two', name: 'Two' }]
  source.add({ text: 'Hello', channelId: 'two' })
  await show(source)
  source.emit({ type: 'allowed', allowed: { ...everything, channels } })
  const choice = page.getByLabelText('Send via')
  await expect.element(choice).toHaveValue('two')
  await field().fill('First')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => source.sent).toMatchObject([{ text: 'First', channelId: 'two' }])
  await choice.selectOptions('two')
  source.emit({
    type: 'allowed',
    allowed: { ...everything, channels: channels.map((channel) => ({ ...channel, works: channel.id === 'one' })) },
  })
  await field().fill('Second')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => source.sent[1]).toMatchObject({ text: 'Second', channelId: 'two' })
  await choice.selectOptions('one')
  await field().fill('Third')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => source.sent[2]).toMatchObject({ text: 'Third', channelId: 'one' })
})

test('shows a file with an empty text as a file alone', async () => {
  const source = createListSource()
  source.add({ text: '', type: 'image', file: { url: '/a.pdf', name: 'a.pdf', kind: 'document', isShown: false } })
  await show(source)
  await expect.element(page.getByRole('link', { name: /a\.pdf/ })).toBeVisible()
  await expect.element(page.getByText('This kind of message can only be seen')).not.toBeInTheDocument()
})

test('sends a text that is no caption after its file', async () => {
  const source = createListSource({ count: 1 })
  await show(source)
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['send', 'file'] } })
  let accept = (): void => undefined
  source.answers.push(async () => {
    await new Promise<void>((resolve) => {
      accept = resolve
    })
    return { ok: true, result: { messageId: 'file' } }
  })
  await userEvent.upload(page.getByLabelText('File to send'), new File(['x'], 'a.txt'))
  await field().fill('The plan')
  await expect.element(page.getByText('The file and the text are two messages.')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(message('The plan')).toBeVisible()
  expect(source.sent).toMatchObject([{ file: { name: 'a.txt' } }])
  accept()
  await expect.poll(() => source.sent[1]).toMatchObject({ text: 'The plan' })
})

test('saves an edit once, however often Enter is pressed meanwhile, and again after a failure', async () => {
  const source = createListSource()
  source.add({ text: 'Old', direction: 'outgoing', status: 'sent' })
  const edits: unknown[] = []
  let finish = (_: boolean): void => undefined
  source.edit = async ({ message: { id }, text }) => {
    edits.push(text)
    const isDone = await new Promise<boolean>((resolve) => {
      finish = resolve
    })
    return isDone ? { ok: true, result: { messageId: id } } : { ok: false, error: { message: 'Try again.' } }
  }
  await show(source)
  await message('Old').hover()
  await message('Old').getByRole('button', { name: 'Edit' }).click()
  await field().fill('New')
  await userEvent.keyboard('{Enter}{Enter}')
  expect(edits).toEqual(['New'])
  finish(false)
  await expect.element(page.getByText('Try again.')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(edits).toEqual(['New', 'New'])
  finish(true)
  await expect.element(message('New')).toBeVisible()
  await expect.element(field()).toHaveValue('')
})

test('is as wide as its place, however long the message is that is quoted', async () => {
  const source = createListSource()
  source.add({ text: 'A long sentence that is never broken where it is quoted. '.repeat(4) })
  const conversation = createConversation(source, { draftStorage: null })
  onTestFinished(conversation.close)
  addStyles()
  await render(
    <div style={{ display: 'grid', width: '320px', height: '500px' }}>
      <div>
        <Conversation conversation={conversation} />
      </div>
    </div>,
  )
  await message('A long sentence').hover()
  await message('A long sentence').getByRole('button', { name: 'Quote' }).click()
  await expect.element(page.getByText('Replying to')).toBeVisible()
  expect(log().element().getBoundingClientRect().width).toBe(320)
})
