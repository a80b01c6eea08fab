import { createChat } from '@crm-chat/core'
import { createRoot } from 'react-dom/client'
import { createScaledClock } from '../../../core/test/createScaledClock.ts'
import { createSteppedClock } from '../../../core/test/createSteppedClock.ts'
import { ChatLauncher } from '../../src/ChatLauncher.tsx'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import '../../src/styles.css'

declare global {
  interface Window {
    /** Lets time pass, on a page whose time stands. */
    advance: (ms: number) => Promise<void>
  }
}

const query = new URLSearchParams(location.search)
const standing = createSteppedClock()
window.advance = standing.advance
const clock = query.has('standing') ? standing : createScaledClock(20)
const chat = createChat({ endpoint: query.get('endpoint') ?? '', locale: 'ru', clock })
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <ChatProvider chat={chat}>{query.has('badge') ? <UnansweredBadge /> : <ChatLauncher />}</ChatProvider>,
  )
