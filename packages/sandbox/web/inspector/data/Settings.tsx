import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountSettings } from '../../../src/store/entities/accountSettings.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'

const query = { queryKey: ['settings'], queryFn: () => callControl<AccountSettings>('GET /settings') }

/** The company's settings at the vendor, which can block its messages. */
export function Settings() {
  const { data: settings, error } = useQuery(query)
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: (part: object) => callControl<AccountSettings>('PATCH /settings', part),
    onSuccess: (next) => queryClient.setQueryData(query.queryKey, next),
  })
  return (
    <section aria-label="Settings" className="min-w-0">
      <h3 className="mb-1.5 px-1 text-[13px] font-medium">Vendor account</h3>
      <Problem error={error ?? change.error} />
      {settings && (
        <dl className="divide-y divide-line rounded-xl border border-line bg-surface">
          {settingFields.map(({ name, label, about, options }) => (
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

interface SettingField {
  name: keyof AccountSettings
  label: string
  about: string
  options: { value: string; name: string }[]
}

const settingFields: SettingField[] = [
  {
    name: 'tariff',
    label: 'Tariff',
    about: 'On Start, you can only reply to customers who wrote first',
    options: [
      { value: 'max', name: 'Max' },
      { value: 'start', name: 'Start' },
    ],
  },
  {
    name: 'balance',
    label: 'WABA balance',
    about: 'If empty, no message is sent through WABA',
    options: [
      { value: 'funded', name: 'Funded' },
      { value: 'empty', name: 'Empty' },
    ],
  },
  {
    name: 'integration',
    label: 'Integration',
    about: 'If removed, the key still works, but no message is sent',
    options: [
      { value: 'connected', name: 'Connected' },
      { value: 'removed', name: 'Removed' },
    ],
  },
  {
    name: 'links',
    label: 'Links to files',
    about: 'Follow links to check files, or trust their extension',
    options: [
      { value: 'follow', name: 'Follow' },
      { value: 'trust', name: 'Trust' },
    ],
  },
]
