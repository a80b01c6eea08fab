import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as entry from '../src/endpoints/index.ts'
import { findRouteLiterals, findUnknownRoutes } from './findRouteLiterals.ts'

const { wazzupV2, wazzupV3, wazzupTech, whatomate, whatomateApp } = entry
const apis: [vendor: string, endpoints: Record<string, entry.Endpoint>][] = [
  ['wazzup-v2', wazzupV2],
  ['wazzup-v3', wazzupV3],
  ['wazzup-tech', wazzupTech],
  ['whatomate', { ...whatomate, ...whatomateApp }],
]
const routes = apis.flatMap(([, endpoints]) => Object.values(endpoints))

const root = new URL('../../../', import.meta.url)
const files = ['packages', 'apps']
  .flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`))
  .flatMap((folder) => ['src', 'web', 'inventory', 'scripts'].map((part) => `${folder}/${part}`))
  .filter((folder) => existsSync(new URL(folder, root)))
  .flatMap((folder) => {
    const names = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|test-d|d)\.tsx?$|\/(test|fixtures)\//.test(name))
const isVendors = (name: string): boolean =>
  /^packages\/(vendors\/src\/(wazzup-|whatomate)|sandbox\/src\/vendors\/)/.test(name)
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8')

describe('an endpoint', () => {
  it.each(apis)('of %s is listed by the name of its function', (vendor, endpoints) => {
    const operations = Object.values(endpoints).map(({ operation }) => operation)
    expect(operations).toEqual(Object.keys(endpoints).map((name) => `${vendor}.${name}`))
  })

  it.each(apis)('of %s has a method and path that no other has', (_vendor, endpoints) => {
    const all = Object.values(endpoints).map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
    expect(all.filter((route, index) => all.indexOf(route) !== index)).toEqual([])
  })

  it('has its method and path written down in one place', () => {
    expect(files.length).toBeGreaterThan(500)
    const found = files.flatMap((name) =>
      findRouteLiterals({ name, text: read(name), routes, strict: isVendors(name) }).map((line) => `${name}:${line}`),
    )
    expect(found).toEqual([])
  })

  it('is what comments name', () => {
    const found = files
      .filter(isVendors)
      .flatMap((name) => findUnknownRoutes({ text: read(name), routes }).map((route) => `${name}: ${route}`))
    expect(found).toEqual([])
  })
})

describe('a route', () => {
  const find = (text: string, strict = false): string[] =>
    findRouteLiterals({ name: 'sample.ts', text, routes: [{ method: 'PUT', path: '/v2/users/:id' }], strict })

  it.each([
    "fetch('/v2/users/7')",
    `fetch(\`\${base}/v2/users/\${id}?limit=1\`)`,
    'const pattern = /\\/v2\\/users\\/\\w+/',
    "app.put('/v2/users/:id', handle)",
  ])('is found in %s', (text) => {
    expect(find(text)).toHaveLength(1)
  })

  it.each(["app.put('/users/:id', handle)", "sendRequest({ method: 'PUT', path })"])(
    'is found among endpoints in %s',
    (text) => {
      expect(find(text, true)).toHaveLength(1)
      expect(find(text)).toEqual([])
    },
  )

  it.each([
    "defineEndpoint({ method: 'PUT', path: '/v2/users/:id' })",
    '// PUT /v2/users/:id',
    "const problem = 'PUT /v2/users/7 was refused'",
    "fetch('/v2/users/7/avatar')",
  ])('is let be in %s', (text) => {
    expect(find(text, true)).toEqual([])
  })

  it('that no endpoint has is found in a comment', () => {
    const text = '/** `PUT /v2/users/{id}`, once `POST /v2/users/{id}`. */'
    expect(findUnknownRoutes({ text, routes: [{ method: 'PUT', path: '/v2/users/:id' }] })).toEqual([
      'POST /v2/users/{id}',
    ])
  })
})
