import type { ChatElementEvents } from '../events.ts'
import { setPageLocale } from '../sharedChat.ts'
import type { CrmChat, CrmChatError, CrmChatTarget } from './crmChat.ts'

/** Makes the calls of a page whose elements are defined. */
export function createCalls(): CrmChat {
  return {
    ready: whenParsed,
    open: async ({ activeChat, ...target } = {}) => {
      const element = await findOverlay(target)
      if (activeChat) element.setAttribute('active-chat', JSON.stringify(activeChat))
      element.open()
    },
    close: async (target) => (await findOverlay(target)).close(),
    toggle: async (target) => (await findOverlay(target)).toggle(),
    setLocale: async (locale) => setPageLocale(locale),
    on: async (name, listener) => {
      const type: string = `crm-chat-${name}`
      if (!(type in events))
        throw toError('unknown_event', `There is no event "${name}": on() has ${names.join(', ')}.`)
      let latest: unknown
      const handleEvent = (event: Event): void => {
        const { detail } = event as CustomEvent
        if (Object(detail) === detail && detail === latest) return // Of two elements that show the same.
        latest = detail
        listener(detail)
      }
      document.addEventListener(type, handleEvent)
      return () => document.removeEventListener(type, handleEvent)
    },
  }
}

/** The compiler sees to it that none is missing. */
const events: Record<keyof ChatElementEvents, null> = {
  'crm-chat-ready': null,
  'crm-chat-error': null,
  'crm-chat-open-change': null,
  'crm-chat-close': null,
  'crm-chat-unanswered': null,
  'crm-chat-entity': null,
  'crm-chat-event': null,
  'crm-chat-sent': null,
}

const names = Object.keys(events).map((type) => type.slice('crm-chat-'.length))

const overlays = 'crm-chat-launcher,crm-chat-popover,crm-chat-drawer,crm-chat-dialog'

type Overlay = Element & Record<'open' | 'close' | 'toggle', () => void>

async function findOverlay({ element: selector = overlays }: CrmChatTarget = {}): Promise<Overlay> {
  await whenParsed()
  const element = document.querySelector(selector)
  if (element?.matches(overlays)) return element as Overlay
  const problem = element ? `<${element.localName}> does not open` : `The page has no ${selector}`
  throw toError('no_element', `${problem}: add <crm-chat-launcher></crm-chat-launcher>, or name an element that opens.`)
}

/** Waits for elements that stand further below in the page than the script. */
async function whenParsed(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
}

function toError(code: CrmChatError['code'], message: string): CrmChatError {
  return Object.assign(new Error(message), { name: 'CrmChatError' as const, code })
}
