import { ChatPanel, ChatPopover, ChatWindow, UnansweredBadge } from '@crm-chat/react'
import { type TestChatOptions, TestChatProvider } from '@crm-chat/react/testing'
import type { ReactNode } from 'react'
import { toMessengerPage } from './messengerPage.ts'

/** A component in a small picture, with a sentence and a link to its stories. */
function Tile({
  name,
  story,
  stage,
  children,
}: {
  name: string
  story: string
  stage: ReactNode
  children: ReactNode
}): ReactNode {
  return (
    <article className="tile">
      <div className="stage">{stage}</div>
      <div className="text">
        <h3>
          <a href={`./?path=/docs/${story}--docs`} target="_top">
            {name}
          </a>
        </h3>
        <p>{children}</p>
      </div>
    </article>
  )
}

function Sample(props: TestChatOptions): ReactNode {
  return (
    <TestChatProvider {...props}>
      <UnansweredBadge />
    </TestChatProvider>
  )
}

/** The place of a component in a page. */
function Sketch({ kind }: { kind: 'launcher' | 'drawer' | 'dialog' }): ReactNode {
  return (
    <div className={`sketch ${kind}`} aria-hidden="true">
      <i />
      <i />
      <i />
      <b />
    </div>
  )
}

const example = `<ChatProvider endpoint="/chat">
  <NavLink to="/chats">Chats <UnansweredBadge /></NavLink>
  <ChatWindow chats={[{ chatType: 'whatsapp', chatId: '46705551234' }]} />
  <ChatLauncher />
</ChatProvider>`

/** The first page of the gallery. */
export function Welcome(): ReactNode {
  return (
    <main className="welcome">
      <header>
        <h1>Messenger chats and an honest badge, inside any CRM</h1>
        <p className="lead">
          Every component of the kit in every state it can be in: with a messenger that is there, one that is late, one
          that refuses, and without a network. Nothing here needs an account or a server.
        </p>
      </header>

      <section aria-labelledby="components">
        <h2 id="components">Components</h2>
        <div className="tiles">
          <Tile
            name="UnansweredBadge"
            story="badges-unansweredbadge"
            stage={
              <>
                <Sample unanswered={4} />
                <Sample unanswered={{ count: 12, tone: 'grey' }} />
                <Sample unanswered={142} />
                <Sample unanswered={{ count: 4, status: 'stale' }} />
                <Sample unanswered="unknown" />
                <Sample unanswered={{ error: 'unauthenticated' }} />
              </>
            }
          >
            The number of messages that wait for a reply. Unknown is never shown as 0.
          </Tile>
          <Tile
            name="TabBadge"
            story="badges-tabbadge"
            stage={
              <span className="tab" style={{ alignSelf: 'end' }}>
                <i /> (4) Deals
              </span>
            }
          >
            The same number in the title, on the icon and in a notification.
          </Tile>
          <Tile
            name="ChatWindow"
            story="windows-chatwindow"
            stage={
              <div className="mini">
                <TestChatProvider page={toMessengerPage('light dark')}>
                  <ChatWindow label="Chat of the picture" />
                </TestChatProvider>
              </div>
            }
          >
            The vendor’s messenger in a card. Its frame loads once, wherever it is shown.
          </Tile>
          <Tile
            name="ChatPanel"
            story="windows-chatpanel"
            stage={
              <div className="mini">
                <TestChatProvider page={toMessengerPage('light dark')}>
                  <ChatPanel label="Maria Lindqvist" />
                </TestChatProvider>
              </div>
            }
          >
            A window in the page under a heading, with actions of your own.
          </Tile>
          <Tile
            name="ChatPopover"
            story="overlays-chatpopover"
            stage={
              <TestChatProvider unanswered={4}>
                <ChatPopover label="Chats" />
              </TestChatProvider>
            }
          >
            A button with the badge, and chats beside it.
          </Tile>
          <Tile name="ChatLauncher" story="overlays-chatlauncher" stage={<Sketch kind="launcher" />}>
            A floating button in a corner of the page.
          </Tile>
          <Tile name="ChatDrawer" story="overlays-chatdrawer" stage={<Sketch kind="drawer" />}>
            Chats at an edge of the page, over it.
          </Tile>
          <Tile name="ChatDialog" story="overlays-chatdialog" stage={<Sketch kind="dialog" />}>
            Chats in the middle of the page, and nothing else.
          </Tile>
        </div>
      </section>

      <section aria-labelledby="use">
        <h2 id="use">In your CRM</h2>
        <pre>
          <code>{example}</code>
        </pre>
      </section>

      <section aria-labelledby="controls">
        <h2 id="controls">What you can change here</h2>
        <div className="steps">
          <div>
            <h3>Toolbar</h3>
            <p>Theme, language, direction and width apply to all stories at once.</p>
          </div>
          <div>
            <h3>Controls</h3>
            <p>Props of the component, and under “State” what the server would say: a count, an outage, a refusal.</p>
          </div>
          <div>
            <h3>Accessibility</h3>
            <p>axe checks each story while you look at it. The tests allow no finding, in light and in dark.</p>
          </div>
        </div>
      </section>
    </main>
  )
}
