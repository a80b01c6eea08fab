import type { Capability } from '@crm-chat/protocol'
import { sharedChat } from '../sharedChat.ts'

/** Returns false once the proxy of an element is known not to offer this. */
export function isOffered(element: Element, capability: Capability): boolean {
  return sharedChat(element.getAttribute('endpoint')).capabilities.getState()?.includes(capability) ?? true
}

/** Calls back when it is known what the proxy of an element offers. Returns a function that ends it. */
export function watchOffer(element: Element, onChange: () => void): () => void {
  return sharedChat(element.getAttribute('endpoint')).capabilities.subscribe(onChange)
}
