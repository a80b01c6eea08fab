import { request } from 'node:http'
import type { Sandbox } from '../src/index.ts'

/** Sends requests that `fetch` would change, e.g. with another `Host`. @returns the status. */
export function requestRaw(
  sandbox: Sandbox,
  { path, host }: { path: string; host: string },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.port, path, headers: { host }, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
      .on('error', reject)
      .end()
  })
}
