import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ChatLauncher } from '../../src/ChatLauncher.tsx'
import { ChatPanel } from '../../src/ChatPanel.tsx'
import { ChatPopover } from '../../src/ChatPopover.tsx'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { ChatWindow } from '../../src/ChatWindow.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import '../../src/styles.css'

const query = new URLSearchParams(location.search)
const read = (name: string): string => query.get(name) ?? ''
const locale = read('locale')
document.documentElement.lang = locale
document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr'

function Page(): ReactNode {
  const [ready, setReady] = useState<'' | undefined>()
  return (
    <main data-ready={ready}>
      <div className="row">
        <Badges name="red" />
        <Badges name="grey" />
        <Badges name="stale" />
        <ChatProvider endpoint={read('grey')} locale={locale}>
          <ChatPopover />
        </ChatProvider>
      </div>
      <div className="box">
        <ChatProvider endpoint={read('red')} locale={locale}>
          <ChatWindow />
          <ChatLauncher />
        </ChatProvider>
      </div>
      <div className="box">
        <ChatProvider endpoint={read('grey')} locale={locale}>
          <ChatPanel onClose={() => undefined} onReady={() => setReady('')} />
        </ChatProvider>
      </div>
    </main>
  )
}

function Badges({ name }: { name: string }): ReactNode {
  return (
    <ChatProvider endpoint={read(name)} locale={locale}>
      <UnansweredBadge />
      <UnansweredBadge dot />
    </ChatProvider>
  )
}

const root = document.querySelector('#root')
if (root) createRoot(root).render(<Page />)
