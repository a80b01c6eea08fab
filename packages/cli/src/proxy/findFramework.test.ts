import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findFramework } from './findFramework.ts'

it.each([
  ['none', undefined],
  ['vite', '{"devDependencies":{"vite":"^8.0.0"}}'],
  ['next', '{"dependencies":{"next":"16.0.0"},"devDependencies":{"vite":"^8.0.0"}}'],
  ['other', '{}'],
  ['other', '{"dependencies":"none"}'],
  ['other', 'no json'],
])('finds %s', async (framework, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-chat-project-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  if (text !== undefined) await writeFile(join(folder, 'package.json'), text)
  expect(await findFramework(folder)).toBe(framework)
})
