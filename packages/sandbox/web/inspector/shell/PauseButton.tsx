import { Pause as PauseIcon, Play } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { Pause } from './usePause.ts'

/** Holds a live list still, and says how much has come meanwhile. */
export function PauseButton({ pause }: { pause: Pause<unknown> }) {
  const { isPaused, waiting, toggle } = pause
  return (
    <Button aria-pressed={isPaused} onClick={toggle}>
      {isPaused ? (
        <Play aria-hidden="true" className="size-3.5" />
      ) : (
        <PauseIcon aria-hidden="true" className="size-3.5" />
      )}
      {isPaused ? 'Go on' : 'Pause'}
      {waiting > 0 && <span className="text-muted tabular-nums">{waiting} new</span>}
    </Button>
  )
}
