import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'

async function buildPackage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'crm-chat-react-'))
  onTestFinished(() => rm(outDir, { recursive: true }))
  const root = fileURLToPath(new URL('..', import.meta.url))
  const before = process.cwd()
  process.chdir(root) // The configuration reads the package's manifest from where it is started.
  onTestFinished(() => process.chdir(before))
  await build({ root, logLevel: 'error', build: { outDir } })
  return outDir
}

test('keeps "use client" in every module that uses React, and leaves the dependencies outside', async () => {
  const folder = await buildPackage()
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js') && name !== 'index.js')
  expect(names).toContain('ChatWindow.js')
  for (const name of names) {
    const code = await readFile(join(folder, name), 'utf8')
    if (/from "react"|from "\.\/use/.test(code)) expect(code.startsWith('"use client"'), name).toBe(true)
    expect(code, name).not.toMatch(/from "(?!\.\/|react"|react\/|@crm-chat\/)/)
  }
})

test('keeps hooks for the browser apart from what a server calls, and other entries out of the main one', async () => {
  const folder = await buildPackage()
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  for (const name of [
    'query/useChannels',
    'query/useChatInvalidation',
    'query/useTemplates',
    'testing/TestChatProvider',
  ])
    expect((await read(`${name}.js`)).startsWith('"use client"'), name).toBe(true)
  for (const name of ['query/index', 'query/channelsQuery', 'query/templatesQuery', 'testing/playwright/mockProxy'])
    expect(await read(`${name}.js`), name).not.toContain('use client')
  const main = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  for (const name of main) expect(await read(name), name).not.toMatch(/tanstack|playwright|testing|query/)
  const helpers = (await readdir(join(folder, 'testing/playwright'))).filter((name) => name.endsWith('.js'))
  for (const name of helpers) expect(await read(`testing/playwright/${name}`), name).not.toMatch(/from "@playwright/)
})

test('compiles a small stylesheet that resets nothing and loads nothing', async () => {
  const css = await readFile(join(await buildPackage(), 'styles.css'), 'utf8')
  expect(css).toContain('.cc-window')
  expect(css).not.toMatch(/@import|@font-face|url\(|!important/)
  expect(css).toContain(':where(.cc-root):not(a):not(b):not(i){all:revert-layer}') // Merged, they would weigh less.
  expect(css.length).toBeLessThan(10_000)
})
