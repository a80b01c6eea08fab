import type { CrmChat, CrmChatCallName } from './page/crmChat.ts'

let loading: Promise<{ crmChat: CrmChat }> | undefined

/** Loads the elements. Where that has failed, a later call tries again. */
const load = (): Promise<{ crmChat: CrmChat }> =>
  (loading ??= import('./page/runPage.ts').catch((cause) => {
    loading = undefined
    const error = Error(`The chat did not load: ${cause.message}`, { cause })
    throw Object.assign(error, { name: 'CrmChatError', code: 'not_loaded' })
  }))

// An element of the page with this id is a property of the window too.
if (!window.crmChat?.ready) {
  const queue: Partial<Record<CrmChatCallName, unknown>> = {}
  for (const name of 'ready open close toggle on setLocale'.split(' ') as CrmChatCallName[])
    queue[name] = (...parameters: never[]) =>
      load().then(({ crmChat }) => (crmChat[name] as (...all: never[]) => unknown)(...parameters))
  window.crmChat = queue as CrmChat // It has all of them. The elements put the real ones in their place.
  load().catch(reportError) // Nobody may have called.
}
