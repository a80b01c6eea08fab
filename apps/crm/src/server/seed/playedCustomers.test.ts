import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { playCustomers } from '../../../../../scripts/inbox/playCustomers.ts'
import { eventually } from '../../../test/eventually.ts'

const maria = { chatType: 'whatsapp', chatId: '79998887766' } as const
const script = ['Thank you!', 'Until Friday.']

async function startWithMaria(): Promise<Sandbox> {
  const sandbox = await createSandbox({ port: 0 })
  const ending = new AbortController()
  const playing = playCustomers({
    sandboxUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    signal: ending.signal,
    scripts: { 'whatsapp:79998887766': script },
    pollMs: 5,
    delayMs: () => ({ reading: 1, writing: 1 }),
  })
  onTestFinished(async () => {
    ending.abort()
    await playing
    await sandbox.close()
  })
  return sandbox
}

async function getTexts(sandbox: Sandbox): Promise<(string | null)[]> {
  const response = await fetch(`${sandbox.url}/_sandbox/messages?${new URLSearchParams(maria)}`)
  const { messages } = (await response.json()) as { messages: { text: string | null }[] } // The sandbox's own answer.
  return messages.map(({ text }) => text)
}

/** Time passes, so that nothing looks like an automatic reply. */
async function write(sandbox: Sandbox, text: string): Promise<void> {
  sandbox.clock.advance(10_000)
  await sandbox.simulate.reply({ ...maria, text })
}

it('a customer says each line once, in reply to staff, and then no more', async () => {
  const sandbox = await startWithMaria()
  await write(sandbox, 'Good morning')
  await eventually(async () => expect(await getTexts(sandbox)).toEqual(['Good morning', 'Thank you!']))
  await write(sandbox, 'When do you come?')
  await eventually(async () => expect(await getTexts(sandbox)).toHaveLength(4))
  await write(sandbox, 'Good')
  await sandbox.simulate.message({ chatType: 'telegram', chatId: '1', text: 'Another chat' })
  await write(sandbox, 'Very good')
  await eventually(async () => expect((await getTexts(sandbox)).at(-1)).toBe('Very good'))
  expect(await getTexts(sandbox)).toEqual([
    'Good morning',
    'Thank you!',
    'When do you come?',
    'Until Friday.',
    'Good',
    'Very good',
  ])
})

it('a customer does not reply to automatic replies', async () => {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const looks: number[] = []
  const ending = new AbortController()
  const atOnce = { reading: 0, writing: 0 }
  sandbox.clock.advance(60_000)
  await sandbox.simulate.message({ ...maria, text: 'Are you open today?' })
  await sandbox.simulate.reply({ ...maria, text: 'We reply from nine on.' })
  const playing = playCustomers({
    sandboxUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    signal: ending.signal,
    scripts: { 'whatsapp:79998887766': script, 'telegram:1': ['Bye'] },
    pollMs: 5,
    delayMs: (reply) => {
      looks.push(reply.length)
      return atOnce
    },
  })
  sandbox.clock.advance(60_000)
  await sandbox.simulate.reply({ chatType: 'telegram', chatId: '1', text: 'Hello' })
  await eventually(() => expect(looks).toEqual(['Bye'.length]))
  ending.abort()
  await playing
  expect((await getTexts(sandbox)).at(-1)).toBe('We reply from nine on.')
})
