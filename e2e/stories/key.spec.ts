import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { collectEvidence, type Evidence, filesAsEvidence, findSecret } from '../evidence.ts'
import { story } from '../story.ts'

story(
  'the key reaches no response, header, script, source map, socket frame, storage entry or log',
  async ({ demo, customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    const { finish } = collectEvidence(ann.page.context())
    await ann.page.reload()

    await customer.writes('A word to search for: kingfisher')
    await expect(ann.badgeNumber).toHaveText('1')
    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('kingfisher')
    await chat.reply('A reply to search for: waxwing')
    await expect(ann.badge).toBeHidden()
    const chats = await ann.openChats()
    await expect(chats.window).toContainText('waxwing')
    await ann.requestsWindow({ scope: 'card' })
    await ann.requestsWindow({ scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '+7 999' }] })

    const evidence = [...(await finish()), ...builtFiles(), ...demo.lines.map(toEvidence)]
    expectFullEvidence(evidence)
    expect(findSecret({ evidence, secret: demo.apiKey })).toEqual([])
  },
)

/** Scripts, styles, pages and source maps that the two servers serve to any browser. */
function builtFiles(): Evidence[] {
  const folders = ['apps/crm/dist/web', 'packages/sandbox/dist/web', 'packages/react/dist', 'packages/core/dist']
  return filesAsEvidence(
    folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  )
}

function toEvidence(line: string): Evidence {
  return { from: 'log', text: line }
}

/** Proves that the search covers every source, and finds texts that are there. */
function expectFullEvidence(evidence: Evidence[]): void {
  const sources = evidence.map(({ from }) => from)
  expect(sources).toContainEqual(expect.stringMatching(/^response .*\/chat\/window$/))
  expect(sources).toContainEqual(expect.stringMatching(/^response .*\/chat\/window headers$/))
  expect(sources).toContainEqual(expect.stringMatching(/^response .*\.js$/))
  expect(sources).toContainEqual(expect.stringMatching(/^socket ws:/))
  expect(sources).toContainEqual(expect.stringMatching(/^storage http:.*\/chat\/\?token=/))
  expect(sources).toContainEqual(expect.stringMatching(/\.js\.map$/))
  expect(sources).toContain('log')
  expect(findSecret({ evidence, secret: 'kingfisher' })).not.toEqual([])
  const encoded = Buffer.from('a canary, hidden in base64').toString('base64')
  expect(findSecret({ evidence: [{ from: 'control', text: encoded }], secret: 'canary, hidden' })).toEqual(['control'])
}
