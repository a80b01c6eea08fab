import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'
import { type ClockAnswer, clockQueryOptions } from './clockQueryOptions.ts'

const steps = [
  { name: '1 minute', ms: 60_000 },
  { name: '15 minutes', ms: 900_000 },
  { name: '1 hour', ms: 3_600_000 },
  { name: '8 hours', ms: 28_800_000 },
  { name: '1 day', ms: 86_400_000 },
  { name: '1 week', ms: 604_800_000 },
]

/** The sandbox's time: everything that has an age or a deadline follows it. */
export function ClockPanel() {
  const { data: clock, error } = useQuery(clockQueryOptions())
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['clock'] })
  const advance = useMutation({ mutationFn: (ms: number) => callControl('POST /clock/advance', { ms }), onSuccess })
  const setMode = useMutation({ mutationFn: (mode: object) => callControl('PUT /clock', mode), onSuccess })
  return (
    <Panel title="Clock" about="Links, deliveries and limits follow it">
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
                    Let it run
                  </Button>
                ) : (
                  <Button className="h-9" onClick={() => setMode.mutate({ mode: 'frozen' })}>
                    <Pause aria-hidden="true" className="size-4" />
                    Stop it
                  </Button>
                )}
              </div>
              <section aria-label="Move it forward">
                <h3 className="mb-2 text-[13px] font-medium">Move it forward</h3>
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

function Speed({ clock, onFactor }: { clock: ClockAnswer; onFactor: (factor: number) => void }) {
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
            {factor === 1 ? 'Real time' : `${factor} times`}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Shows the time go by between two answers of the sandbox. */
function Time({ clock }: { clock: ClockAnswer }) {
  const [now, setNow] = useState(Date.parse(clock.now))
  useEffect(() => {
    const askedAt = Date.now()
    const factor = clock.mode === 'scaled' ? clock.factor : clock.mode === 'real' ? 1 : 0
    const show = () => setNow(Date.parse(clock.now) + (Date.now() - askedAt) * factor)
    show()
    const timer = setInterval(show, 250)
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
