import { expect, onTestFinished, test } from 'vitest'
import { type ComposerRig, createComposerRig } from '../../test/composer/createComposerRig.ts'
import { waitFor } from '../../test/waitFor.ts'
import { checkDraft, findRecipient, isCaptioned } from './composerRules.ts'
import { type Composer, type ComposerOptions, createComposer } from './createComposer.ts'
import { createKeyboard } from './keyboard/keyboardDraft.ts'
import { telegramInline, threeButtons } from './keyboard/keyboardRules.ts'

const ann = { chatType: 'whatsapp', chatId: '79998887766' } as const

function open(rig: ComposerRig, options: ComposerOptions = {}): Composer {
  const composer = createComposer(rig.source, { contact: { chats: [ann] }, draftStorage: null, ...options })
  onTestFinished(composer.close)
  return composer
}

const statuses = (composer: Composer): string[] => composer.getState().items.map(({ status }) => status)

/** A storage that outlives a page. */
function createStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    storage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
      removeItem: (name: string) => void kept.delete(name),
    },
  }
}

test('sends a text to the contact’s chat through the channel that works, and follows its delivery', async () => {
  const rig = createComposerRig()
  const composer = open(rig)
  composer.setText(' Hello ')
  composer.send()
  expect(composer.getState()).toMatchObject({ text: '', items: [{ status: 'sending' }] })
  await waitFor(() => expect(statuses(composer)).toEqual(['pending']))
  expect(rig.sent).toMatchObject([{ to: ann, message: { text: 'Hello', channelId: 'qr' } }])
  for (const status of ['sent', 'delivered', 'sent', 'read'] as const)
    rig.emit({ type: 'status', change: { messageIds: ['m1'], status } })
  expect(statuses(composer)).toEqual(['read'])
})

test('shows the messenger’s reason where an accepted message is not delivered', async () => {
  const rig = createComposerRig()
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['pending']))
  const change = {
    messageIds: ['own'],
    requestId: 'm1',
    status: 'failed',
    failure: 'SPAM',
    explanation: 'It is spam.',
  } as const
  rig.emit({ type: 'status', change })
  expect(composer.getState().items).toMatchObject([{ status: 'failed', code: 'SPAM', detail: 'It is spam.' }])
})

test('keeps a status that comes before the response to its own request', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => {
    rig.emit({ type: 'status', change: { messageIds: ['m7'], status: 'delivered' } })
    return { ok: true, result: { messageId: 'm7' } }
  })
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['delivered']))
})

test.each([
  ['unconfirmed', { message: 'Lost.', code: 'network', unconfirmed: true }],
  ['failed', { message: 'Busy.', code: 'upstream_unavailable' }],
] as const)('keeps a status that comes while its message is %s', async (status, error) => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({ ok: false, error }))
  rig.answers.push(async () => ({ ok: true, result: { messageId: 'm7' } }))
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual([status]))
  rig.emit({ type: 'status', change: { messageIds: ['m7'], status: 'delivered' } })
  expect(statuses(composer)).toEqual([status])
  const [item] = composer.getState().items
  if (item) composer.retry(item)
  await waitFor(() => expect(statuses(composer)).toEqual(['delivered']))
})

test('reads the statuses that were missed once it is connected again', async () => {
  const rig = createComposerRig()
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['pending']))
  rig.emit({ type: 'lost' })
  rig.missed.push({ messageIds: ['m1'], status: 'read' })
  rig.emit({ type: 'live' })
  await waitFor(() => expect(statuses(composer)).toEqual(['read']))
})

test('sends a failed message again under the same id', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({
    ok: false,
    error: { message: 'Off.', code: 'upstream_refused', detail: 'The channel is off.' },
  }))
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() =>
    expect(composer.getState().items).toMatchObject([{ status: 'failed', detail: 'The channel is off.' }]),
  )
  const [item] = composer.getState().items
  if (item) composer.retry(item)
  await waitFor(() => expect(statuses(composer)).toEqual(['pending']))
  const ids = rig.sent.map(({ message }) => message.clientMessageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('never repeats an unknown outcome by itself, and sends another message if the user says so', async () => {
  const rig = createComposerRig()
  rig.answers.push(async () => ({
    ok: false,
    error: { message: 'Unknown.', code: 'outcome_unknown', unconfirmed: true, isFinal: true },
  }))
  rig.answers.push(async () => ({ ok: false, error: { message: 'Lost.', code: 'network', unconfirmed: true } }))
  const composer = open(rig)
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['unconfirmed']))
  rig.emit({ type: 'lost' })
  rig.emit({ type: 'live' })
  expect(rig.sent).toHaveLength(1)
  for (const attempts of [2, 3]) {
    const [item] = composer.getState().items
    if (item) composer.retry(item)
    await waitFor(() => expect(rig.sent).toHaveLength(attempts))
    await waitFor(() => expect(statuses(composer)).not.toEqual(['sending']))
  }
  const [first, second, third] = rig.sent.map(({ message }) => message.clientMessageId)
  expect(second).not.toBe(first) // The first one's outcome stays unknown under its id.
  expect(third).toBe(second) // The server knows what became of the second one.
  expect(composer.getState().items).toHaveLength(1)
})

test('keeps a draft per user and recipient when the page is reloaded, and its id while it is on its way', async () => {
  const { storage, kept } = createStorage()
  const rig = createComposerRig()
  const before = open(rig, { draftStorage: storage })
  before.setText('A long text')
  expect(open(rig, { draftStorage: storage }).getState().text).toBe('A long text')
  const other = { chats: [{ ...ann, chatId: '4930901820' }] }
  expect(open(rig, { draftStorage: storage, contact: other }).getState().text).toBe('')
  expect(open(createComposerRig({ userId: '8' }), { draftStorage: storage }).getState().text).toBe('')
  rig.answers.push(() => new Promise(() => undefined))
  before.send()
  expect(before.getState().text).toBe('')
  const after = open(rig, { draftStorage: storage })
  expect(after.getState().text).toBe('A long text')
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(1)
  expect([...kept]).toEqual([])
})

test('keeps a draft under the id that it is sent again with', async () => {
  const { storage, kept } = createStorage()
  const rig = createComposerRig()
  rig.answers.push(async () => ({ ok: false, error: { message: '', unconfirmed: true, isFinal: true } }))
  rig.answers.push(() => new Promise(() => undefined))
  const composer = open(rig, { draftStorage: storage })
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['unconfirmed']))
  const [item] = composer.getState().items
  if (item) composer.retry(item)
  await waitFor(() => expect(rig.sent).toHaveLength(2))
  const after = open(rig, { draftStorage: storage })
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(rig.sent[2]?.message.clientMessageId).toBe(rig.sent[1]?.message.clientMessageId)
  expect([...kept]).toEqual([])
})

test('gives a changed draft another id than the message that was on its way', async () => {
  const { storage } = createStorage()
  const rig = createComposerRig()
  rig.answers.push(() => new Promise(() => undefined))
  const before = open(rig, { draftStorage: storage })
  before.setText('Hello')
  before.send()
  const after = open(rig, { draftStorage: storage })
  after.setText('Hello Ann')
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(2)
})

/** Opens a page again while a message of the page before is on its way. */
function reopen(
  rig: ComposerRig,
  change: { before?: (composer: Composer) => void; options?: ComposerOptions },
): Composer {
  const { storage } = createStorage()
  rig.answers.push(() => new Promise(() => undefined))
  const before = open(rig, { draftStorage: storage, ...change.options })
  before.setText('Hello')
  change.before?.(before)
  before.send()
  return open(rig, { draftStorage: storage })
}

test('sends a draft as the message that it was, through its channel and with its settings', async () => {
  const rig = createComposerRig({ transports: ['whatsapp', 'wapi'] })
  const before = (composer: Composer): void => {
    composer.chooseChannel('wapi')
    composer.setKeepUnanswered(true)
  }
  const after = reopen(rig, { before })
  expect(after.getState()).toMatchObject({ channelId: 'wapi', keepUnanswered: true })
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  const [first, second] = rig.sent.map(({ message }) => message)
  expect(first).toMatchObject({ channelId: 'wapi', keepUnanswered: true })
  expect(second).toEqual(first)
})

test.each<[string, (composer: Composer) => void, ComposerOptions]>([
  ['another channel', (composer) => composer.chooseChannel('wapi'), {}],
  ['no quote any more', () => undefined, { quote: { messageId: 'm0', text: 'When?' } }],
  ['another setting', (composer) => composer.setKeepUnanswered(true), {}],
  [
    'another recipient',
    (composer) =>
      composer.chooseRecipient({
        chatType: 'whatsapp',
        to: { chatType: 'whatsapp', phone: '4930901820' },
        label: '+4930901820',
        isNew: true,
      }),
    {},
  ],
])('gives a restored draft another id with %s', async (_name, change, options) => {
  const rig = createComposerRig({ transports: ['whatsapp', 'wapi'] })
  const after = reopen(rig, { options })
  expect(after.getState().text).toBe('Hello')
  change(after)
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(2)
})

test('gives a draft to a number another id once the dialogue with it is known', async () => {
  const { storage } = createStorage()
  const rig = createComposerRig()
  rig.answers.push(() => new Promise(() => undefined))
  const before = open(rig, { draftStorage: storage, contact: { phones: ['+49 30 901820'] } })
  before.setText('Hello')
  before.send()
  const after = open(rig, { draftStorage: storage, contact: { chats: [{ ...ann, chatId: '4930901820' }] } })
  expect(after.getState().text).toBe('Hello')
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(2)
})

test('forgets drafts after a week, and the oldest of many', async () => {
  const { storage } = createStorage()
  const rig = createComposerRig()
  let now = Date.UTC(2030, 0, 1)
  const clock = { now: () => now, elapsed: () => 0, after: () => () => undefined }
  const write = (chatId: string) =>
    open(rig, { draftStorage: storage, clock, contact: { chats: [{ ...ann, chatId }] } })
  for (let number = 0; number < 60; number += 1) write(`${4_930_900_000 + number}`).setText('Hello')
  expect(write('4930900000').getState().text).toBe('')
  expect(write('4930900059').getState().text).toBe('Hello')
  now += 8 * 24 * 3_600_000
  expect(write('4930900059').getState().text).toBe('')
})

test('takes what is written along to another recipient', () => {
  const rig = createComposerRig()
  const composer = open(rig)
  composer.setText('Hello')
  const to = { chatType: 'telegram', username: 'anna_smith' } as const
  composer.chooseRecipient({ chatType: 'telegram', to, label: '@anna_smith', isNew: true })
  expect(composer.getState().text).toBe('Hello')
  composer.send()
  expect(rig.sent).toMatchObject([{ to, message: { text: 'Hello', channelId: 'bot' } }])
})

test('takes nothing that was written to one contact along to another, and keeps it for the first', () => {
  const { storage } = createStorage()
  const rig = createComposerRig()
  const composer = open(rig, { draftStorage: storage, quote: { messageId: 'm0', text: 'When?' } })
  const ben = { chats: [{ ...ann, chatId: '4930901820' }] }
  composer.setText('For Ann')
  composer.setKeyboard(createKeyboard(telegramInline))
  composer.attach(new File(['x'], 'ann.pdf', { type: 'application/pdf' }))
  composer.chooseChannel('qr')
  composer.setKeepUnanswered(true)
  composer.setContact(ben)
  const empty = { text: '', keyboard: null, attachment: null, quote: null, channelId: null, keepUnanswered: false }
  expect(composer.getState()).toMatchObject({ ...empty, contact: ben })
  composer.setText('For Ben')
  composer.setContact({ chats: [ann] })
  expect(composer.getState()).toMatchObject({ text: 'For Ann', keyboard: { type: 'inline' }, attachment: null })
  composer.setContact(ben)
  expect(composer.getState().text).toBe('For Ben')
})

test('keeps what is written when more is known of the same contact', () => {
  const composer = open(createComposerRig(), { quote: { messageId: 'm0', text: 'When?' } })
  composer.setText('For Ann')
  composer.attach(new File(['x'], 'ann.pdf', { type: 'application/pdf' }))
  composer.setContact({ name: 'Ann', chats: [ann], phones: ['+49 30 901820'] })
  expect(composer.getState()).toMatchObject({
    text: 'For Ann',
    attachment: { name: 'ann.pdf' },
    quote: { messageId: 'm0' },
  })
})

test('sends a file and its text as two messages in this order, and quotes once', async () => {
  const rig = createComposerRig()
  let accept = (): void => undefined
  rig.answers.push(
    () =>
      new Promise((resolve) => {
        accept = () => resolve({ ok: true, result: { messageId: 'm1' } })
      }),
  )
  const composer = open(rig, { quote: { messageId: 'm0', text: 'When?' } })
  composer.attach(new File(['x'], 'plan.pdf', { type: 'application/pdf' }))
  composer.setText('Here it is')
  composer.setKeepUnanswered(true)
  composer.send()
  await waitFor(() => expect(rig.sent).toHaveLength(1))
  expect(rig.sent[0]?.message).toMatchObject({
    file: { name: 'plan.pdf' },
    quotedMessageId: 'm0',
    keepUnanswered: true,
  })
  rig.sent[0]?.onUpload(0.5)
  expect(composer.getState().items).toMatchObject([{ progress: 0.5 }, { status: 'sending' }])
  accept()
  await waitFor(() => expect(rig.sent).toHaveLength(2))
  expect(rig.sent[1]?.message).toMatchObject({ text: 'Here it is', keepUnanswered: true })
  expect(rig.sent[1]?.message.quotedMessageId).toBeUndefined()
})

const photo = new File(['x'], 'lamp.png', { type: 'image/png' })
const captions = { can: ['send', 'file', 'caption'], longestCaption: 10 } as const

test.each([
  ['one message', captions, photo, 'The lamp', [{ file: photo, text: 'The lamp' }]],
  ['two where the vendor has no captions', {}, photo, 'The lamp', [{ file: photo }, { text: 'The lamp' }]],
  ['two where the text is too long', captions, photo, '😀'.repeat(11), [{ file: photo }, { text: '😀'.repeat(11) }]],
])('sends a file and a text as %s', async (_, allowed, file, text, expected) => {
  const rig = createComposerRig({ vendor: 'whatomate', channels: null, ...allowed })
  const composer = open(rig)
  composer.attach(file)
  composer.setText(text)
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(expected.map(() => 'pending')))
  expect(rig.sent.map(({ message: { file, text } }) => ({ ...(file && { file }), ...(text && { text }) }))).toEqual(
    expected,
  )
})

test('sends a sound and a text as two messages, and a text with buttons after its file', async () => {
  const rig = createComposerRig({ vendor: 'whatomate', channels: null, ...captions })
  const composer = open(rig)
  composer.attach(new File(['x'], 'note.ogg', { type: 'audio/ogg' }))
  composer.setText('Listen')
  expect(isCaptioned(composer.getState())).toBe(false)
  composer.attach(photo)
  expect(isCaptioned(composer.getState())).toBe(true)
  composer.setKeyboard(createKeyboard(threeButtons))
  expect(isCaptioned(composer.getState())).toBe(false)
})

test('keeps the caption of a file that is on its way, and never under its id: the file is gone', async () => {
  const { storage, kept } = createStorage()
  const rig = createComposerRig({ vendor: 'whatomate', channels: null, ...captions })
  rig.answers.push(() => new Promise(() => undefined))
  const before = open(rig, { draftStorage: storage })
  before.attach(photo)
  before.setText('The lamp')
  before.send()
  const after = open(rig, { draftStorage: storage })
  expect(after.getState().text).toBe('The lamp')
  after.send()
  await waitFor(() => expect(statuses(after)).toEqual(['pending']))
  expect(new Set(rig.sent.map(({ message }) => message.clientMessageId)).size).toBe(2)
  expect([...kept]).toEqual([])
})

test.each([
  ['wazzup-v3', 'application/pdf', 10 * 1024 * 1024],
  ['whatomate', 'image/png', 5 * 1024 * 1024],
  ['whatomate', 'application/pdf', 16 * 1024 * 1024],
])('takes files of %s up to the limit of their kind: %s', (vendor, type, bytes) => {
  const composer = open(createComposerRig({ vendor }))
  const toFile = (size: number): File => Object.defineProperty(new File(['x'], 'a', { type }), 'size', { value: size })
  composer.attach(toFile(bytes + 1))
  expect(composer.getState()).toMatchObject({ attachment: null, problem: { name: 'largeFile', bytes } })
  composer.attach(toFile(bytes))
  expect(composer.getState()).toMatchObject({ attachment: { size: bytes }, problem: null })
  composer.attach(new File([], 'empty'))
  expect(composer.getState().problem).toEqual({ name: 'emptyFile' })
})

test('lets a new number in WABA begin with a template only, and one in WhatsApp with a text', () => {
  const rig = createComposerRig({ transports: ['wapi'] })
  const composer = open(rig, { contact: { phones: ['+49 (30) 901-820'] } })
  composer.setText('Hello')
  expect(findRecipient(composer.getState())).toMatchObject({
    to: { chatType: 'whatsapp', phone: '4930901820' },
    isNew: true,
  })
  expect(checkDraft(composer.getState()).obstacle).toBe('templateFirst')
  composer.send()
  expect(rig.sent).toEqual([])
  composer.sendTemplate({ id: 't1', values: ['Ann'], preview: { text: 'Hello Ann' } })
  expect(rig.sent).toMatchObject([
    { to: { phone: '4930901820' }, message: { template: { id: 't1', values: ['Ann'] }, channelId: 'wapi' } },
  ])
  expect(checkDraft(open(createComposerRig(), { contact: { phones: ['4930901820'] } }).getState()).obstacle).toBe(
    'empty',
  )
})

test('says that nothing reaches a messenger without a working channel', () => {
  const composer = open(createComposerRig({ transports: [] }))
  composer.setText('Hello')
  expect(checkDraft(composer.getState()).obstacle).toBe('noChannel')
  const without = open(createComposerRig({ channels: null }))
  without.setText('Hello')
  expect(checkDraft(without.getState()).obstacle).toBeNull() // The vendor chooses by itself.
})

test('sends a keyboard with its text, and no invalid one', async () => {
  const rig = createComposerRig()
  const composer = open(rig, { contact: { chats: [{ chatType: 'telegram', chatId: '55501234' }] } })
  composer.setText('Shall we meet?')
  const keyboard = createKeyboard(telegramInline)
  composer.setKeyboard(keyboard)
  expect(checkDraft(composer.getState()).obstacle).toBe('keyboard')
  composer.setKeyboard({ ...keyboard, rows: [[{ kind: 'value', text: 'Yes', value: '', intent: 'default' }]] })
  composer.send()
  await waitFor(() => expect(statuses(composer)).toEqual(['pending']))
  expect(rig.sent).toMatchObject([
    { message: { keyboard: { type: 'inline', rows: [[{ text: 'Yes', callbackData: 'Yes' }]] } } },
  ])
  expect(composer.getState()).toMatchObject({
    keyboard: null,
    items: [{ preview: { buttons: [{ text: 'Yes', row: 0 }] } }],
  })
})

test('keeps the newest 30 messages, and each that is not sent yet', async () => {
  const rig = createComposerRig()
  rig.answers.push(() => new Promise(() => undefined))
  const composer = open(rig)
  for (let number = 0; number < 40; number += 1) {
    composer.setText(`Message ${number}`)
    composer.send()
    await waitFor(() => expect(statuses(composer).slice(1)).not.toContain('sending'))
  }
  const texts = composer.getState().items.map(({ content }) => content.text)
  expect(texts).toHaveLength(30)
  expect(texts[0]).toBe('Message 0')
  expect(texts.at(-1)).toBe('Message 39')
})
