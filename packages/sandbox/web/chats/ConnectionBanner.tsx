import { WifiOff } from 'lucide-react'
import { useChatsState } from './session/SessionProvider.tsx'

/** Warns that the connection is lost and the page may be out of date. */
export function ConnectionBanner() {
  const lost = useChatsState((state) => state.connection.status === 'lost')
  return (
    <div role="status">
      {lost && (
        <p className="flex items-center justify-center gap-2 bg-warn px-4 py-1.5 text-[13px] text-warn-ink">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          Connection lost. Reconnecting…
        </p>
      )}
    </div>
  )
}
