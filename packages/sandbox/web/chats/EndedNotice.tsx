import { Hourglass, Unlink } from 'lucide-react'
import { Notice } from '../ui/Notice.tsx'
import { useSession } from './session/SessionProvider.tsx'

/** Explains that the link is expired or invalid, and offers unsent texts to copy. */
export function EndedNotice({ reason }: { reason: 'expired' | 'invalid' }) {
  if (reason === 'invalid') {
    return (
      <Notice icon={Unlink} title="This link does not work" role="alert">
        It is incomplete or invalid. Close this window and open the chat again in your CRM.
      </Notice>
    )
  }
  return (
    <Notice icon={Hourglass} title="This link has expired" role="alert">
      <p>Close this window and open the chat again in your CRM. Your conversations are safe.</p>
      <UnsentTexts />
    </Notice>
  )
}

function UnsentTexts() {
  const texts = useSession()
    .listConversations()
    .map((conversation) => conversation.getState())
    .flatMap(({ draft, outbox }) => [draft, ...outbox.map(({ content }) => content.text ?? '')])
    .filter((text) => text.trim() !== '')
  if (texts.length === 0) return null
  return (
    <section className="mt-5 text-left">
      <h3 className="mb-1.5 text-[13px] font-medium">Not sent. Copy your text:</h3>
      {texts.map((text) => (
        <p
          key={text}
          className="scroll-quiet mb-2 max-h-32 overflow-y-auto rounded-xl border border-line bg-surface p-3 text-ink wrap-anywhere whitespace-pre-wrap select-all"
        >
          {text}
        </p>
      ))}
    </section>
  )
}
