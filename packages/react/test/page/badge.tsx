import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import { useUnanswered } from '../../src/useUnanswered.ts'
import '../../src/styles.css'

/** Lets a test see each state. */
function State(): ReactNode {
  const state = useUnanswered()
  return (
    <output>{'count' in state ? `${state.status} ${state.count}` : 'code' in state ? state.code : state.status}</output>
  )
}

const endpoint = new URLSearchParams(location.search).get('endpoint') ?? undefined
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <ChatProvider endpoint={endpoint}>
      <UnansweredBadge />
      <State />
    </ChatProvider>,
  )
}
