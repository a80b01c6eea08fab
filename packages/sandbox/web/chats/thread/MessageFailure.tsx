import type { WindowMessage } from '../../../src/chats/events.ts'
import { describeFailure } from '../../ui/format/describeFailure.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { FailureLine } from './FailureLine.tsx'

/** Says why the messenger did not take a message. A text can be sent again, as a new message. */
export function MessageFailure({ message }: { message: WindowMessage }) {
  const { send } = useSession()
  const { text, content, template } = message
  const again = text !== null && content === null && template === null
  return (
    <FailureLine role="status" reason={`Not delivered. ${describeFailure(message.failure)}`}>
      {again && (
        <button
          type="button"
          onClick={() => send(message, { text, channelId: message.channelId })}
          className="h-8 px-1 font-semibold underline underline-offset-2"
        >
          Send again
        </button>
      )}
    </FailureLine>
  )
}
