import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, log, message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

/** A red dot. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=='
const picture = { name: 'dot.png', type: 'image/png', data: dot }

describe('a file on the chats page', () => {
  it('enlarges if it is a picture, and Escape returns to it', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, file: picture, name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const thumbnail = log(page).getByRole('button', { name: 'Enlarge dot.png' })
    await thumbnail.click()
    await expectPage(page.getByRole('dialog', { name: 'dot.png' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
    await expectPage(thumbnail).toBeFocused()
  })

  it('plays if it is a voice message, at several speeds', async () => {
    const sandbox = await startSandbox()
    const file = { name: 'voice.wav', type: 'audio/wav', data: toSilence(30).toString('base64') }
    await sandbox.simulate.message({ ...ann, file, name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const player = log(page).getByRole('group', { name: 'Voice message' })
    await expectPage(player).toContainText('0:00 / 0:30')
    await player.getByRole('button', { name: 'Speed: 1 times' }).click()
    await expectPage(player.getByLabel('voice.wav')).toHaveJSProperty('playbackRate', 1.5)
    await player.getByRole('slider', { name: 'Position' }).fill('20')
    await expectPage(player).toContainText('0:20 / 0:30')
  })

  it('waits in the composer for a caption', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'What does it look like?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const buffer = Buffer.from(dot, 'base64')
    await page.getByLabel('File to send').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer })
    await expectPage(page.getByText('dot.png')).toBeVisible()
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
    await composer(page).fill('Like this')
    await composer(page).press('Enter')
    await expectPage(message(page, 'Like this').getByRole('img', { name: 'dot.png' })).toBeVisible()
    expect((await getMessages(sandbox, ann)).at(-1)).toMatchObject({ text: 'Like this' })
  })

  it('has a caption that can be edited or removed where the messenger allows it', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...bob, text: 'What does it look like?', name: 'Bob' })
    const page = await openChats(await getLink(sandbox, { activeChat: bob }))
    const buffer = Buffer.from(dot, 'base64')
    await page.getByLabel('File to send').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer })
    await composer(page).fill('Like tihs')
    await composer(page).press('Enter')
    await message(page, 'Like tihs').hover()
    await message(page, 'Like tihs').getByRole('button', { name: 'Edit' }).click()
    await composer(page).fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectPage(message(page, 'edited').getByRole('img', { name: 'dot.png' })).toBeVisible()
    expect((await getMessages(sandbox, bob)).at(-1)).toMatchObject({ text: null })
  })

  it('keeps its caption in WhatsApp, where only texts can be edited', async () => {
    const sandbox = await startSandbox()
    const body = { ...ann, channelId: channelIds.whatsapp, content: 'https://files.example.com/bill.pdf' }
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await message(page, 'bill.pdf').hover()
    await expectPage(message(page, 'bill.pdf').getByRole('button', { name: 'Delete message' })).toBeVisible()
    await expectPage(message(page, 'bill.pdf').getByRole('button', { name: 'Edit' })).toHaveCount(0)
  })
})

/** Creates seconds of silence, as a WAV file. */
function toSilence(seconds: number): Buffer {
  const rate = 4_000
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + rate * seconds, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(rate * seconds, 40)
  return Buffer.concat([header, Buffer.alloc(rate * seconds, 128)])
}
