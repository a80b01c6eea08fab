import { Pause as PauseIcon, Play } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { Pause } from './usePause.ts'

/** Pauses a live list, and counts the items that arrive meanwhile. */
export function PauseButton({ pause }: { pause: Pause<unknown> }) {
  const { isPaused, waiting, toggle } = pause
  return (
    <Button aria-pressed={isPaused} onClick={toggle}>
      {isPaused ? (
        <Play aria-hidden="true" className="size-3.5" />
      ) : (
        <PauseIcon aria-hidden="true" className="size-3.5" />
      )}
      {isPaused ? 'Resume' : 'Pause'}
      {waiting > 0 && <span className="text-muted tabular-nums">{waiting} new</span>}
    </Button>
  )
}
