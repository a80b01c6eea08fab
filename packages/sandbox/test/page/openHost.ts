import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { openChats } from './openPage.ts'

/** Opens a CRM page that frames the chats page and collects its events in the variable `heard`. */
export async function openHost(link: string): Promise<Page> {
  const html = `<!doctype html><title>CRM</title><link rel="icon" href="data:,">
    <script>heard = []; onmessage = ({ data }) => heard.push(data)</script>
    <iframe src="${link}" width="1000" height="600"></iframe>`
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return openChats(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`) // A TCP server has a port.
}
