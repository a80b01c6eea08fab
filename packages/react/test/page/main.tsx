import { createRoot } from 'react-dom/client'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { ChatWindow } from '../../src/ChatWindow.tsx'
import '../../src/styles.css'

const endpoint = new URLSearchParams(location.search).get('endpoint') ?? undefined
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <ChatProvider endpoint={endpoint}>
      <ChatWindow scope="global" />
    </ChatProvider>,
  )
}
