import { expect } from 'vitest'
import { eventually } from '../eventually.ts'
import { allowedOrigin } from './allowedOrigin.ts'
import type { ConformanceCase } from './case.ts'

const body = JSON.stringify({ scope: 'global' })
const large = JSON.stringify({ scope: 'global', more: 'x'.repeat(90_000) })
const window = { method: 'POST', body }

/** Requests and their responses. */
export const requestCases: ConformanceCase[] = [
  {
    title: 'serves the session, to one user only',
    run: async ({ page, basePath }) => {
      const response = await page.send({ path: `${basePath}/session` })
      expect(response.status).toBe(200)
      expect(response.json()).toMatchObject({ user: { id: '1' }, vendor: 'wazzup-v2' })
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json' })
    },
  },
  {
    title: 'serves a window',
    run: async ({ page, basePath, vendor }) => {
      const response = await page.send({ ...window, path: `${basePath}/window` })
      expect(response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
      expect(vendor.requested()).toBe(1)
    },
  },
  {
    title: 'reads a body that comes without its length',
    run: async ({ page, basePath }) => {
      const response = await page.send({ ...window, path: `${basePath}/window`, chunked: true })
      expect(response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
    },
  },
  {
    title: 'refuses a signed-out user',
    run: async ({ page, basePath }) => {
      const response = await page.send({ path: `${basePath}/session`, headers: { cookie: 'session=nobody' } })
      expect([response.status, response.code()]).toEqual([401, 'unauthenticated'])
    },
  },
  {
    title: 'refuses a body that is not JSON',
    run: async ({ page, basePath, vendor }) => {
      const response = await page.send({ ...window, path: `${basePath}/window`, body: '{"scope":' })
      expect([response.status, response.code()]).toEqual([400, 'invalid_request'])
      expect(vendor.requested()).toBe(0)
    },
  },
  ...[undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map((type) => ({
    title: `refuses a body of the content type ${type ?? 'of none'}`,
    run: async ({ page, basePath, vendor }: Parameters<ConformanceCase['run']>[0]) => {
      const headers = { 'content-type': type }
      const response = await page.send({ ...window, path: `${basePath}/window`, headers })
      expect([response.status, response.code()]).toEqual([415, 'unsupported_media_type'])
      expect(vendor.requested()).toBe(0)
    },
  })),
  ...[false, true].map((chunked) => ({
    title: `refuses a body that is too large${chunked ? ', without its length too' : ''}`,
    run: async ({ page, basePath, vendor }: Parameters<ConformanceCase['run']>[0]) => {
      const response = await page.send({ ...window, path: `${basePath}/window`, body: large, chunked })
      expect([response.status, response.code()]).toEqual([413, 'too_large'])
      expect((await page.send({ path: `${basePath}/session` })).status).toBe(200)
      expect(vendor.requested()).toBe(0)
    },
  })),
  {
    title: 'knows no other paths below its own',
    run: async ({ page, basePath }) => {
      for (const path of ['/sessions', '/session/x', '/%73ession', '/session%2F', '/']) {
        expect((await page.send({ path: `${basePath}${path}` })).status, path).toBe(404)
      }
    },
  },
  {
    title: 'leaves other paths to the framework',
    forApps: true,
    run: async ({ page }) => {
      expect((await page.send({ path: '/deals' })).text).toBe('deals')
      expect((await page.send({ path: '/chatty' })).status).toBe(404)
    },
  },
  {
    title: 'names the method of an operation',
    run: async ({ page, basePath }) => {
      const response = await page.send({ path: `${basePath}/session`, method: 'DELETE' })
      expect([response.status, response.code()]).toEqual([405, 'method_not_allowed'])
      expect(response.headers.allow?.split(', ')).toContain('GET')
      const other = await page.send({ path: `${basePath}/window` })
      expect([other.status, other.headers.allow]).toEqual([405, 'POST'])
    },
  },
  {
    title: 'handles HEAD as a GET without a body',
    run: async ({ page, basePath }) => {
      const path = `${basePath}/session`
      const [head, get] = [await page.send({ path, method: 'HEAD' }), await page.send({ path })]
      expect([head.status, head.text]).toEqual([200, ''])
      expect(head.headers['content-type']).toBe(get.headers['content-type'])
      expect((await page.send({ path: `${basePath}/sessions`, method: 'HEAD' })).status).toBe(404)
    },
  },
  {
    title: 'opens no stream for HEAD',
    run: async ({ page, basePath, vendor }) => {
      const response = await page.send({ path: `${basePath}/events`, method: 'HEAD' })
      expect([response.status, response.headers.allow]).toEqual([405, 'GET'])
      await eventually(() => expect(vendor.counters('1')).toBe(0))
    },
  },
  {
    title: 'takes a slash at the end',
    run: async ({ page, basePath }) => {
      expect((await page.send({ path: `${basePath}/session/` })).json()).toMatchObject({ user: { id: '1' } })
      const response = await page.send({ ...window, path: `${basePath}/window/` })
      expect(response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
    },
  },
  {
    title: 'takes a whole address of its own host for a path',
    run: async ({ page, basePath, url }) => {
      expect((await page.send({ path: `${url}${basePath}/session` })).json()).toMatchObject({ user: { id: '1' } })
    },
  },
  {
    title: 'is served under a prefix',
    prefix: '/api',
    run: async ({ page, basePath }) => {
      expect(basePath).toBe('/api/chat')
      expect((await page.send({ path: '/api/chat/session' })).json()).toMatchObject({ user: { id: '1' } })
      const response = await page.send({ ...window, path: '/api/chat/window' })
      expect(response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
      expect((await page.send({ path: '/api/chat/sessions' })).status).toBe(404)
    },
  },
  {
    title: 'knows its own pages behind a server that ends TLS',
    run: async ({ page, basePath }) => {
      const headers = { host: 'crm.example.com', origin: 'https://crm.example.com' }
      expect((await page.send({ ...window, path: `${basePath}/window`, headers })).status).toBe(200)
    },
  },
  {
    title: 'refuses pages of other origins',
    run: async ({ page, basePath, vendor }) => {
      const headers = { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' }
      const response = await page.send({ ...window, path: `${basePath}/window`, headers })
      expect([response.status, response.code()]).toEqual([403, 'foreign_origin'])
      expect(response.headers).not.toHaveProperty('access-control-allow-origin')
      expect(vendor.requested()).toBe(0)
    },
  },
  {
    title: 'serves a page of an allowed origin, with its cookie',
    run: async ({ page, basePath }) => {
      const headers = { origin: allowedOrigin, 'sec-fetch-site': 'cross-site' }
      const preflight = await page.send({
        path: `${basePath}/window`,
        method: 'OPTIONS',
        headers: {
          ...headers,
          cookie: undefined,
          'x-crm-chat': undefined,
          'content-type': undefined,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-crm-chat',
        },
      })
      expect(preflight.status).toBe(204)
      const cors = { 'access-control-allow-origin': allowedOrigin, 'access-control-allow-credentials': 'true' }
      expect(preflight.headers).toMatchObject(cors)
      expect(preflight.headers['access-control-allow-methods']).toContain('POST')
      const response = await page.send({ ...window, path: `${basePath}/window`, headers })
      expect(response.status).toBe(200)
      expect(response.headers).toMatchObject(cors)
    },
  },
  {
    title: 'answers no preflight of other origins',
    run: async ({ page, basePath }) => {
      const headers = { origin: 'https://evil.example.com', 'access-control-request-method': 'POST' }
      const response = await page.send({ path: `${basePath}/window`, method: 'OPTIONS', headers })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.headers).not.toHaveProperty('access-control-allow-origin')
    },
  },
  {
    title: 'cancels its own request when the page leaves',
    run: async ({ page, basePath, vendor }) => {
      vendor.hold()
      await page.sendAndLeave({ ...window, path: `${basePath}/window` }, () =>
        eventually(() => expect(vendor.requested()).toBe(1)),
      )
      await eventually(() => expect(vendor.cancelled()).toBe(1))
    },
  },
]

/** Requests whose bodies the framework has read already. */
export const parsedCases: ConformanceCase[] = [
  {
    title: 'takes a body that was parsed before',
    parsed: true,
    run: async ({ page, basePath, vendor }) => {
      for (const chunked of [false, true]) {
        const response = await page.send({ ...window, path: `${basePath}/window`, chunked })
        expect(response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
      }
      expect(vendor.requested()).toBe(2)
    },
  },
  {
    title: 'refuses bodies after a parser as without one',
    parsed: true,
    run: async ({ page, basePath, vendor }) => {
      const path = `${basePath}/window`
      expect((await page.send({ ...window, path, body: '{"scope":' })).status).toBe(400)
      expect((await page.send({ ...window, path, body: large })).status).toBe(413)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      expect((await page.send({ ...window, path, body: 'scope=global', headers })).status).toBe(415)
      expect(vendor.requested()).toBe(0)
    },
  },
]
