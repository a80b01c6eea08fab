import { expect, test } from 'vitest'
import * as conversation from './index.ts'

test('exports exactly this, and defines nothing on a server', () => {
  expect(Object.keys(conversation).sort()).toEqual([
    'CrmChatChannelListElement',
    'CrmChatConversationElement',
    'CrmChatMessageComposerElement',
    'defineConversationElements',
  ])
  expect(globalThis.customElements).toBeUndefined()
  expect(conversation.defineConversationElements()).toBeUndefined()
})
