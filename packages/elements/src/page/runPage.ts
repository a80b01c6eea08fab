import { defineElements } from '../defineElements.ts'
import { createCalls } from './createCalls.ts'
import type { CrmChat } from './crmChat.ts'

defineElements()

/** Calls of the page, in the object that the loader has made, or in one of their own. */
export const crmChat: CrmChat = Object.assign(window.crmChat ?? {}, createCalls())

window.crmChat = crmChat
