import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { createLogger } from '../src/server/createLogger.ts'
import { type Crm, type CrmOptions, startCrm } from '../src/server/startCrm.ts'
import type { VendorAccount } from '../src/server/vendor/vendorAccounts.ts'
import { createVisitor, type Visitor } from './createVisitor.ts'

/** A CRM on a free port, closed when the test ends. */
export interface TestCrm extends Crm {
  /** Its log lines. */
  lines: string[]
  /** Opens a browser without a login. */
  visitor: () => Visitor
  /** Opens a browser and logs this user in. */
  logIn: (userId: string) => Promise<Visitor>
}

/** Options of {@link startTestCrm}. */
export interface TestCrmOptions extends Partial<Omit<CrmOptions, 'accounts'>> {
  /** Key of Wazzup's account. */
  apiKey?: string
  /** Address of Wazzup's APIs; the tech API is at its `/tech`, as at the sandbox. @default nothing responds there */
  wazzupUrl?: string
  /** @default it has no key */
  whatomate?: VendorAccount | undefined
}

/** Starts a CRM with data in memory, and without a vendor unless `options` name one. */
export async function startTestCrm({
  apiKey = 'test_api_key',
  wazzupUrl = 'http://127.0.0.1:9',
  whatomate,
  ...options
}: TestCrmOptions = {}): Promise<TestCrm> {
  const lines: string[] = []
  const wazzup = { apiKey, baseUrl: wazzupUrl }
  const destination = { write: (line: string) => lines.push(line) }
  const crm = await startCrm({
    port: 0,
    vendor: 'wazzup-v2',
    accounts: {
      'wazzup-v2': wazzup,
      'wazzup-v3': wazzup,
      'wazzup-tech': { apiKey, baseUrl: `${wazzupUrl}/tech` },
      ...(whatomate && { whatomate }),
    },
    data: ':memory:',
    webRoot: await makeWebRoot(),
    logger: createLogger({ level: 'debug', secrets: [apiKey], destination }),
    ...options,
  })
  onTestFinished(() => crm.close())
  const visitor = (): Visitor => createVisitor(crm.url)
  return { ...crm, lines, visitor, logIn: (userId) => logIn(visitor(), userId) }
}

async function logIn(visitor: Visitor, userId: string): Promise<Visitor> {
  const { status } = await visitor.post('/api/login', { userId })
  if (status !== 200) throw new Error(`Logging in as ${userId} failed with status ${status}.`)
  return visitor
}

/** Writes a folder of pages like the build's. */
async function makeWebRoot(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-pages-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const start = '<script type="application/json" id="page-start"></script>'
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>Northdesk</title>${start}`)
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'index-abc.js'), 'export {}')
  await writeFile(join(folder, 'assets', 'index-abc.js.br'), brotliCompressSync('export {}'))
  return folder
}
