import { readFile } from 'node:fs/promises'
import { createWazzupTech } from '@crm-chat/vendors/wazzup-tech'
import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { createWazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import { createWhatomate } from '@crm-chat/vendors/whatomate'
import { describe, expect, it } from 'vitest'
import { faultTargets, vendorApis } from '../../emulatedVendors.ts'

/** Every endpoint of the table, with its parameters unnamed, e.g. `wazzup-v2 GET /v2/users/{}`. */
async function listDocumented(): Promise<string[]> {
  const page = await readFile(new URL('../../../../../docs/coverage.md', import.meta.url), 'utf8')
  const found: string[] = []
  let vendor = ''
  for (const line of page.split('\n')) {
    vendor = /^## (\S+)/.exec(line)?.[1] ?? vendor
    const endpoint = /^\| endpoint \| `([A-Z]+ \/[^`(]*[^`( ])/.exec(line)?.[1]
    if (endpoint) found.push(`${vendor} ${endpoint.replaceAll(/\{[^}]*\}/g, '{}')}`)
  }
  return [...new Set(found)]
}

function listDeclared(): string[] {
  return vendorApis.flatMap(({ vendor, routes }) =>
    routes.map(({ method, path }) => `${vendor} ${method} ${path.replaceAll(/:\w+/g, '{}')}`),
  )
}

const clients = {
  'wazzup-v2': createWazzupV2({ apiKey: 'key' }),
  'wazzup-v3': createWazzupV3({ apiKey: 'key' }),
  'wazzup-tech': createWazzupTech({ accessToken: 'key' }),
  whatomate: createWhatomate({ baseUrl: 'http://127.0.0.1', apiKey: 'key' }),
}

/** Client functions without an operation of their own, and the one they use. */
const madeOf: Record<string, string> = {
  'wazzup-tech.watchUnanswered': 'wazzup-tech.fetchUnanswered',
  'whatomate.listMessages': 'whatomate.fetchMessages',
  'whatomate.openMedia': 'whatomate.fetchMedia',
  'whatomate.watchUnanswered': 'whatomate.watchEvents',
}

describe('the routes', () => {
  it('include every endpoint in the documents', async () => {
    const documented = await listDocumented()
    expect(documented.length).toBeGreaterThan(35)
    const declared = new Set(listDeclared())
    expect(documented.filter((endpoint) => !declared.has(endpoint))).toEqual([])
  })

  it('are each declared once', () => {
    const declared = listDeclared()
    expect(declared.filter((route, index) => declared.indexOf(route) !== index)).toEqual([])
  })

  it("are named like the clients' functions", () => {
    const operations = new Set(faultTargets.keys())
    const wanted = Object.entries(clients).flatMap(([vendor, client]) =>
      Object.keys(client).map((name) => `${vendor}.${name}`),
    )
    const found = (operation: string): boolean => operations.has(madeOf[operation] ?? operation)
    expect(wanted.filter((operation) => !found(operation))).toEqual([])
  })
})
