import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type Settings, transports, type VendorChoice } from '../../api/settings.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Words } from '../words/en.ts'
import { useWords } from '../words/speech.ts'
import { settingsQueryOptions, useChangeSettings } from './adminQueries.ts'
import { ChoiceCards } from './ChoiceCards.tsx'

/** The vendor and the transport, which are switched while the CRM runs. */
export function SettingsPage(): ReactNode {
  const words = useWords()
  const settings = useQuery(settingsQueryOptions())
  const change = useChangeSettings()
  const [wanted, setWanted] = useState<Settings | null>(null) // Shown at once, and given up if the change fails.
  if (settings.isPending) return <Skeleton className="h-20" count={4} label={words.loading} />
  if (!settings.data) {
    const text = toErrorText({ error: settings.error, words })
    return <Problem title={words.admin.settings.failed} text={text} onRetry={() => void settings.refetch()} />
  }
  const { vendors, settings: now } = settings.data
  const chosen = wanted ?? now
  const choose = (part: Partial<Settings>): void => {
    const next = { ...chosen, ...part }
    setWanted(next)
    change.mutate(next, {
      onSuccess: () => showToast({ text: words.admin.settings.saved }),
      onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
      onSettled: () => setWanted(null),
    })
  }
  return (
    <div className="flex flex-col gap-8">
      <ChoiceCards
        label={words.admin.settings.vendor}
        about={words.admin.settings.vendorAbout}
        chosen={chosen.vendor}
        onChoose={(vendor) => choose({ vendor })}
        choices={vendors.map((choice) => ({
          value: choice.vendor,
          label: words.admin.settings.vendors[choice.vendor],
          about: describeVendor(choice, words),
          isDisabled: !choice.isConfigured,
        }))}
      />
      <ChoiceCards
        label={words.admin.settings.transport}
        about={words.admin.settings.transportAbout}
        chosen={chosen.transport}
        onChoose={(transport) => choose({ transport })}
        choices={transports.map((value) => ({
          value,
          label: words.admin.settings.transports[value],
          about: words.admin.settings.transportAbouts[value],
          isDisabled: false,
        }))}
      />
    </div>
  )
}

/** Lists the features that a vendor, or the key for it, lacks: a sidecar key lacks many. */
function describeVendor({ isConfigured, missing }: VendorChoice, { admin: { settings }, listOf }: Words): string {
  if (!isConfigured) return settings.noKey
  if (missing.length === 0) return settings.complete
  return settings.missing(listOf(missing.map((feature) => settings.features[feature])))
}
