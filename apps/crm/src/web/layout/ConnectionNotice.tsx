import { useIsMutating } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useConnection } from '../requests/connection.ts'
import { useWords } from '../words/speech.ts'

/** Says that the page may be out of date while there is no way to the server, and that changes wait for it. */
export function ConnectionNotice(): ReactNode {
  const words = useWords()
  const connection = useConnection()
  const waitingCount = useIsMutating({ predicate: ({ state }) => state.isPaused })
  const isShown = connection !== 'online'
  return (
    <div role="status" className="sticky top-0 z-5">
      {isShown && (
        <p className="flex items-center gap-2.5 border-b border-warning/40 bg-warning-soft px-4 py-2 text-warning">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <span>
            {words.connection[connection]} {waitingCount > 0 && words.connection.waiting(waitingCount)}
          </span>
        </p>
      )}
    </div>
  )
}
