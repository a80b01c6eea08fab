import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes a configuration into a folder of its own, for the time of the test. @returns its path */
export function writeConfig(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'crm-chat.config.mjs')
  writeFileSync(file, text)
  return file
}

/** Writes a configuration with the options of `wazzupV2`, and further ones of the proxy, as JavaScript. */
export function writeV2Config({ backend = '', rest = '' }: { backend?: string; rest?: string } = {}): string {
  return writeConfig(`export default ({ env, wazzupV2 }) => ({
    backend: wazzupV2({ apiKey: env.WAZZUP_API_KEY, baseUrl: env.VENDOR_URL, limit: false, ${backend} }),
    identify: (request) => request.headers.get('cookie') === 'user=7' ? { id: '7', name: 'Kate' } : null,
    ${rest}
  })`)
}
