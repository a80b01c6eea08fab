import { useMutation, useQuery } from '@tanstack/react-query'
import type { Quirk } from '../../../src/server/quirks/createQuirks.ts'
import { Problem } from '../../ui/Problem.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { SwitchTrack } from '../../ui/Switch.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'

/** Switches for differences between a vendor's documents and its live service. */
export function QuirksPanel() {
  const { data, error } = useQuery({
    queryKey: ['quirks'],
    queryFn: async () => (await callControl<{ quirks: Quirk[] }>('GET /quirks')).quirks,
  })
  const vendors = [...new Set(data?.map(({ vendor }) => vendor))]
  return (
    <Panel title="Quirks" about="Off: as documented. On: as the live service behaves.">
      <ScrollArea>
        <div className="grid gap-5 grid-cols-1 p-5">
          <Problem error={error} />
          {vendors.map((vendor) => (
            <section key={vendor} aria-label={vendor}>
              <h3 className="mb-1.5 px-1 text-xs font-semibold text-muted">{vendor}</h3>
              <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
                {data
                  ?.filter((quirk) => quirk.vendor === vendor)
                  .map((quirk) => (
                    <QuirkLine key={quirk.name} quirk={quirk} />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </ScrollArea>
    </Panel>
  )
}

function QuirkLine({ quirk: { name, description, on } }: { quirk: Quirk }) {
  const set = useMutation({ mutationFn: (next: boolean) => callControl(`PUT /quirks/${name}`, { on: next }) })
  return (
    <li>
      <label className="flex cursor-pointer items-center gap-4 px-4 py-3 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
        <span className="min-w-0 grow">
          <span className="block">{description}</span>
          <span className="block truncate font-mono text-xs text-muted">{name}</span>
          <Problem error={set.error} />
        </span>
        <input
          type="checkbox"
          role="switch"
          aria-label={name}
          aria-checked={on}
          checked={on}
          onChange={(event) => set.mutate(event.target.checked)}
          className="peer sr-only"
        />
        <SwitchTrack />
      </label>
    </li>
  )
}
