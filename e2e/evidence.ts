import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Response } from '@playwright/test'

/** A text that reached a browser, with its source. */
export interface Evidence {
  from: string
  text: string
}

/** Collects everything that reaches a browser's pages from now on. `finish` adds stored data and waits for bodies. */
export function collectEvidence(context: BrowserContext): { finish: () => Promise<Evidence[]> } {
  const evidence: Evidence[] = []
  const bodies: Promise<void>[] = []
  context.on('request', (request) => {
    evidence.push({ from: `request ${request.url()}`, text: `${request.url()}\n${request.postData() ?? ''}` })
  })
  context.on('response', (response) => bodies.push(readResponse({ response, evidence })))
  context.on('console', (message) => evidence.push({ from: 'console', text: message.text() }))
  context.on('page', (page) => watchSockets({ page, evidence }))
  for (const page of context.pages()) watchSockets({ page, evidence })
  return {
    finish: async () => {
      for (const page of context.pages()) await readStorage({ page, evidence })
      await context.close()
      await Promise.all(bodies)
      return evidence
    },
  }
}

async function readResponse({ response, evidence }: { response: Response; evidence: Evidence[] }): Promise<void> {
  const from = `response ${response.url()}`
  evidence.push({
    from: `${from} headers`,
    text: JSON.stringify(await response.allHeaders().catch(() => response.headers())),
  })
  const body = await response.body().catch(() => undefined) // Redirects, streams and preflights have no body.
  if (body) evidence.push({ from, text: body.toString('latin1') })
}

function watchSockets({ page, evidence }: { page: Page; evidence: Evidence[] }): void {
  page.on('websocket', (socket) => {
    const add = (frame: { payload: string | Buffer }) => {
      evidence.push({ from: `socket ${socket.url()}`, text: frame.payload.toString() })
    }
    socket.on('framesent', add)
    socket.on('framereceived', add)
  })
}

async function readStorage({ page, evidence }: { page: Page; evidence: Evidence[] }): Promise<void> {
  for (const frame of page.frames()) {
    const stored = await frame.evaluate(async () => {
      const databases = await indexedDB.databases()
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, window.name])
    })
    evidence.push({ from: `storage ${frame.url()}`, text: stored })
    evidence.push({ from: `page ${frame.url()}`, text: await frame.content() })
  }
  evidence.push({ from: 'cookies', text: JSON.stringify(await page.context().cookies()) })
}

/** Reads files as evidence: a browser could request them, even if it did not. */
export function filesAsEvidence(files: string[]): Evidence[] {
  return files.map((file) => ({ from: file, text: readFileSync(file, 'latin1') }))
}

/** Lists the sources that contain a secret: plain, reversed, or in base64 (at any alignment), hex or percent-encoding. */
export function findSecret({ evidence, secret }: { evidence: Evidence[]; secret: string }): string[] {
  const forms = formsOf(secret)
  return evidence.filter(({ text }) => forms.some((form) => text.includes(form))).map(({ from }) => from)
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const aligned = [0, 1, 2].map((skip) => bytes.subarray(skip, skip + Math.floor((bytes.length - skip) / 3) * 3))
  const percent = [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  const base64 = aligned.flatMap((part) => [part.toString('base64'), part.toString('base64url')])
  const hex = bytes.toString('hex')
  return [secret, hex, hex.toUpperCase(), percent, percent.toLowerCase(), [...secret].reverse().join(''), ...base64]
}
