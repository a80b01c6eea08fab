import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ClockMode } from '../../../src/store/clock/clockOptions.ts'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { startInterval } from '../../ui/timers.ts'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'

/** The sandbox's clock; `now` is an ISO 8601 time. */
type ClockState = ClockMode & { now: string }

const clockQueryOptions = () =>
  queryOptions({ queryKey: ['clock'], queryFn: () => callControl<ClockState>('GET /clock'), staleTime: 0 })

const steps = [
  { name: '1 minute', ms: 60_000 },
  { name: '15 minutes', ms: 900_000 },
  { name: '1 hour', ms: 3_600_000 },
  { name: '8 hours', ms: 28_800_000 },
  { name: '1 day', ms: 86_400_000 },
  { name: '1 week', ms: 604_800_000 },
]

/** Controls the sandbox's clock, which drives everything with an age or a deadline. */
export function ClockPanel() {
  const { data: clock, error } = useQuery(clockQueryOptions())
  const advance = useMutation({ mutationFn: (ms: number) => callControl('POST /clock/advance', { ms }) })
  const setMode = useMutation({ mutationFn: (mode: object) => callControl('PUT /clock', mode) })
  return (
    <Panel title="Clock" about="Drives link expiry, deliveries and rate limits">
      <ScrollArea>
        <div className="grid gap-5 grid-cols-1 p-5">
          <Problem error={error ?? advance.error ?? setMode.error} />
          {clock && (
            <>
              <div className="flex flex-wrap items-center gap-4 rounded-2xl border border-line bg-surface p-6">
                <Time clock={clock} />
                {clock.mode === 'frozen' ? (
                  <Button look="main" className="h-9" onClick={() => setMode.mutate({ mode: 'real' })}>
                    <Play aria-hidden="true" className="size-4" />
                    Resume
                  </Button>
                ) : (
                  <Button className="h-9" onClick={() => setMode.mutate({ mode: 'frozen' })}>
                    <Pause aria-hidden="true" className="size-4" />
                    Freeze
                  </Button>
                )}
              </div>
              <section aria-label="Advance by">
                <h3 className="mb-2 text-[13px] font-medium">Advance by</h3>
                <div className="flex flex-wrap gap-2">
                  {steps.map(({ name, ms }) => (
                    <Button key={name} onClick={() => advance.mutate(ms)}>
                      {name}
                    </Button>
                  ))}
                </div>
              </section>
              <Speed clock={clock} onFactor={(factor) => setMode.mutate(toMode(factor))} />
            </>
          )}
        </div>
      </ScrollArea>
    </Panel>
  )
}

function toMode(factor: number): object {
  return factor === 1 ? { mode: 'real' } : { mode: 'scaled', factor }
}

function Speed({ clock, onFactor }: { clock: ClockState; onFactor: (factor: number) => void }) {
  const current = clock.mode === 'scaled' ? clock.factor : clock.mode === 'real' ? 1 : 0
  return (
    <section aria-label="Speed">
      <h3 className="mb-2 text-[13px] font-medium">Speed</h3>
      <div className="flex flex-wrap gap-2">
        {[1, 10, 60, 3600].map((factor) => (
          <Button
            key={factor}
            aria-pressed={factor === current}
            look={factor === current ? 'main' : 'plain'}
            onClick={() => onFactor(factor)}
          >
            {factor === 1 ? 'Real time' : `${factor}×`}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** The current time, extrapolated between two responses of the sandbox. */
function Time({ clock }: { clock: ClockState }) {
  const [now, setNow] = useState(Date.parse(clock.now))
  useEffect(() => {
    const fetchedAt = Date.now()
    const factor = clock.mode === 'scaled' ? clock.factor : clock.mode === 'real' ? 1 : 0
    const show = () => setNow(Date.parse(clock.now) + (Date.now() - fetchedAt) * factor)
    show()
    const timer = startInterval(show, 250)
    return () => clearInterval(timer)
  }, [clock])
  return (
    <p className="min-w-0 grow">
      <time dateTime={new Date(now).toISOString()} className="block text-3xl font-semibold tracking-tight tabular-nums">
        {timeOfDay.format(now)}
      </time>
      <span className="text-muted">{day.format(now)}</span>
    </p>
  )
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' })
