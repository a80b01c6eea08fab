import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../ConversationContext.ts'
import { fill, formatDuration } from '../format.ts'
import { Icon } from '../Icon.tsx'

const rates = [1, 1.5, 2]

/** A player for voice messages, with a position slider and playback speeds. */
export function SoundPlayer({ link, name }: { link: string; name: string }): ReactNode {
  const words = useWords()
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

  return (
    <fieldset aria-label={words.voice} className="cc-sound">
      <audio ref={audio} preload="metadata" src={link} aria-label={name}>
        <track kind="captions" />
      </audio>
      <button
        type="button"
        aria-label={isPlaying ? words.pause : words.play}
        disabled={isBroken}
        onClick={handleToggle}
        className="cc-sound-toggle"
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <span className="cc-sound-course">
        <input
          type="range"
          aria-label={words.position}
          aria-valuetext={fill(words.positionOf, { at: formatDuration(at), length: formatDuration(length) })}
          min={0}
          max={length || 1}
          step="any"
          value={at}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = event.target.valueAsNumber
          }}
          className="cc-sound-slider"
        />
        <span className="cc-sound-time">
          {isBroken ? words.cannotPlay : `${formatDuration(at)} / ${formatDuration(length)}`}
        </span>
      </span>
      <button
        type="button"
        aria-label={fill(words.speed, { rate: String(rate) })}
        onClick={handleRate}
        className="cc-sound-rate"
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
