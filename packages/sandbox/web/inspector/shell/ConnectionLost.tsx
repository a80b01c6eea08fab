import { Unplug } from 'lucide-react'

/** Warns that the sandbox has stopped. */
export function ConnectionLost({ isLost }: { isLost: boolean }) {
  return (
    <div role="status" className="shrink-0">
      {isLost && (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn px-5 py-2 text-[13px] text-warn-ink">
          <Unplug aria-hidden="true" className="size-4 shrink-0" />
          <span>
            <strong className="font-semibold">Connection to the sandbox lost.</strong> Restart it, and this page
            reconnects.
          </span>
        </p>
      )}
    </div>
  )
}
