import { Unplug } from 'lucide-react'

/** Says that the sandbox has stopped, and what to do; nothing while it answers. */
export function Lost({ isLost }: { isLost: boolean }) {
  return (
    <div role="status" className="shrink-0">
      {isLost && (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn px-5 py-2 text-[13px] text-warn-ink">
          <Unplug aria-hidden="true" className="size-4 shrink-0" />
          <span>
            <strong className="font-semibold">The sandbox does not answer.</strong> Start it again: this page comes back
            by itself.
          </span>
        </p>
      )}
    </div>
  )
}
