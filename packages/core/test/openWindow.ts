import type { WindowLink, WindowRequest } from '@crm-chat/protocol'
import { expect, onTestFinished, vi } from 'vitest'
import type { Clock } from '../src/clock.ts'
import { createChat } from '../src/createChat.ts'
import { type ChatWindowSession, createChatWindow } from '../src/window/createChatWindow.ts'
import type { WindowClient } from '../src/window/windowClient.ts'
import type { WindowOptions } from '../src/window/windowOptions.ts'
import { framesOf } from './framesOf.ts'
import type { OpenWorld } from './openWorld.ts'

/** A client for the test, on a clock of its own. `expiresInMs` is the life of its links, by that clock. */
export function openClient({
  world,
  clock,
  windows,
  expiresInMs,
}: {
  world: OpenWorld
  clock?: Clock
  windows?: WindowOptions
  expiresInMs?: number
}): WindowClient {
  const chat = createChat({ endpoint: world.endpoint, windows })
  onTestFinished(chat.close)
  const openWindow = async (...request: Parameters<WindowClient['openWindow']>): Promise<WindowLink> => {
    const link = await chat.openWindow(...request)
    if (!clock || expiresInMs === undefined) return link
    return { ...link, expiresAt: new Date(clock.now() + expiresInMs).toISOString() }
  }
  return { ...chat, openWindow, ...(clock && { clock, now: clock.now }) }
}

/** A window in a container of its own. */
export interface ShownWindow {
  session: ChatWindowSession
  container: HTMLElement
  /** Statuses since it was shown, in order. */
  statuses: string[]
  frames: () => HTMLIFrameElement[]
  close: () => void
}

/** Shows a window, for the test. */
export function showWindow({
  chat,
  request = { scope: 'global' },
}: {
  chat: WindowClient
  request?: WindowRequest
}): ShownWindow {
  const session = createChatWindow({ chat, request })
  const container = document.body.appendChild(document.createElement('div'))
  container.style.cssText = 'height: 200px; width: 400px'
  const statuses: string[] = []
  session.subscribe(({ status }) => statuses.push(status))
  const close = session.mount(container)
  onTestFinished(() => {
    close()
    container.remove()
  })
  return { session, container, statuses, close, frames: () => framesOf(container) }
}

/** Resolves once something is true. */
export const until = (check: () => unknown): Promise<void> =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 10 })

/** Resolves once a window is open. */
export const untilReady = ({ session }: Pick<ShownWindow, 'session'>): Promise<void> =>
  until(() => session.getState().status === 'ready')

/** Loads of the vendor's page, and links. */
export async function countLoads(world: OpenWorld): Promise<{ loads: number; links: number }> {
  const { frameLoads, requests } = await world.see()
  return { loads: frameLoads.length, links: requests.filter(({ operation }) => operation === 'window').length }
}

/** Reads the draft in the frame. */
export async function readDraft(world: OpenWorld): Promise<unknown> {
  let draft: unknown
  const handle = ({ data }: MessageEvent): void => {
    if (data?.type === 'WZ_DRAFT') draft = data.data
  }
  window.addEventListener('message', handle)
  await until(async () => (await world.see()).openFrames > 0)
  await world.post({ type: 'WZ_DRAFT' }, 'draft')
  await until(() => draft !== undefined)
  window.removeEventListener('message', handle)
  return draft
}
