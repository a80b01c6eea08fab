import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountSettings } from '../../../src/store/entities/accountSettings.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'

const query = { queryKey: ['settings'], queryFn: () => callControl<AccountSettings>('GET /settings') }

/** What the company has settled with the vendor: what may stand against its messages. */
export function Settings() {
  const { data: settings, error } = useQuery(query)
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: (part: object) => callControl<AccountSettings>('PATCH /settings', part),
    onSuccess: (next) => queryClient.setQueryData(query.queryKey, next),
  })
  return (
    <section aria-label="Settings" className="min-w-0">
      <h3 className="mb-1.5 px-1 text-[13px] font-medium">The company at the vendor</h3>
      <Problem error={error ?? change.error} />
      {settings && (
        <dl className="divide-y divide-line rounded-xl border border-line bg-surface">
          {questions.map(({ name, label, about, options }) => (
            <div key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <dt className="min-w-0 grow basis-52">
                <span className="block font-medium">{label}</span>
                <span className="block text-xs text-muted">{about}</span>
              </dt>
              <dd>
                <Choice
                  label={label}
                  value={settings[name]}
                  options={options}
                  onChange={(value) => change.mutate({ [name]: value })}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

interface Question {
  name: keyof AccountSettings
  label: string
  about: string
  options: { value: string; name: string }[]
}

const questions: Question[] = [
  {
    name: 'tariff',
    label: 'Tariff',
    about: 'With Start nobody is written to who has not written first',
    options: [
      { value: 'max', name: 'Max' },
      { value: 'start', name: 'Start' },
    ],
  },
  {
    name: 'balance',
    label: 'WABA balance',
    about: 'Empty, nothing goes out through WABA',
    options: [
      { value: 'funded', name: 'Funded' },
      { value: 'empty', name: 'Empty' },
    ],
  },
  {
    name: 'integration',
    label: 'Integration',
    about: 'Removed, the key opens everything, and nothing is sent',
    options: [
      { value: 'connected', name: 'Connected' },
      { value: 'removed', name: 'Removed' },
    ],
  },
  {
    name: 'links',
    label: 'Links to files',
    about: 'Followed at once, or judged by their ending',
    options: [
      { value: 'follow', name: 'Follow' },
      { value: 'trust', name: 'Trust' },
    ],
  },
]
