import { Pause, Play } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { formatDuration } from '../format/formatDuration.ts'

const rates = [1, 1.5, 2]

/** A player for voice messages, with a position slider and playback speeds. */
export function SoundPlayer({ link, name }: { link: string; name: string }) {
  const audio = useRef<HTMLAudioElement>(null)
  const { isPlaying, at, length, isBroken } = usePlayback(audio)
  const [rate, setRate] = useState(1)

  function handleToggle(): void {
    if (isPlaying) audio.current?.pause()
    else void audio.current?.play().catch(() => undefined) // A broken file fires an error event of its own.
  }

  function handleRate(): void {
    const next = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1
    setRate(next)
    if (audio.current) audio.current.playbackRate = next
  }

  const Icon = isPlaying ? Pause : Play
  return (
    <fieldset aria-label="Voice message" className="my-1 flex w-64 max-w-full items-center gap-2.5">
      <audio ref={audio} preload="metadata" src={link} aria-label={name}>
        <track kind="captions" />
      </audio>
      <button
        type="button"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        disabled={isBroken}
        onClick={handleToggle}
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent disabled:opacity-50"
      >
        <Icon aria-hidden="true" className="size-5" fill="currentColor" strokeWidth={1.5} />
      </button>
      <span className="grid min-w-0 grow gap-0.5">
        <input
          type="range"
          aria-label="Position"
          aria-valuetext={`${formatDuration(at)} of ${formatDuration(length)}`}
          min={0}
          max={length || 1}
          step="any"
          value={at}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = event.target.valueAsNumber
          }}
          className="h-4 w-full accent-accent"
        />
        <span className="text-[11px] text-current/75 tabular-nums">
          {isBroken ? "Can't play this file" : `${formatDuration(at)} / ${formatDuration(length)}`}
        </span>
      </span>
      <button
        type="button"
        aria-label={`Speed: ${rate} times`}
        onClick={handleRate}
        className="h-7 w-10 shrink-0 rounded-full border border-current/25 text-[11px] font-semibold tabular-nums"
      >
        {rate}×
      </button>
    </fieldset>
  )
}

interface Playback {
  isPlaying: boolean
  /** Seconds. */
  at: number
  length: number
  isBroken: boolean
}

function usePlayback(audio: RefObject<HTMLAudioElement | null>): Playback {
  const [playback, setPlayback] = useState<Playback>({ isPlaying: false, at: 0, length: 0, isBroken: false })
  useEffect(() => {
    const element = audio.current
    if (!element) return
    const update = (): void => setPlayback(readPlayback(element))
    for (const event of events) element.addEventListener(event, update)
    update()
    return () => {
      for (const event of events) element.removeEventListener(event, update)
    }
  }, [audio])
  return playback
}

const events = ['play', 'pause', 'timeupdate', 'seeking', 'durationchange', 'ended', 'error']

function readPlayback({ paused, ended, currentTime, duration, error }: HTMLAudioElement): Playback {
  const length = Number.isFinite(duration) ? duration : 0 // Some recordings do not state their duration.
  return { isPlaying: !paused && !ended, at: currentTime, length, isBroken: error !== null }
}
