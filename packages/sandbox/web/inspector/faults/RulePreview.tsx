import { useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { toControlUrl } from '../control/callControl.ts'
import { toCurl } from '../requests/toCurl.ts'
import { describeDraft } from './describeFault.ts'
import type { DraftRule } from './toFaultRule.ts'

type Format = 'curl' | 'json' | 'code'

/** The form's rule: its description, and its code for a shell, as JSON, or for a test. */
export function RulePreview({ rule }: { rule: DraftRule }) {
  const [format, setFormat] = useState<Format>('curl')
  const text = write(rule, format)
  return (
    <section aria-label="Rule" className="grid grid-cols-1 gap-2 rounded-lg bg-canvas p-3">
      <p className="font-medium wrap-anywhere" aria-live="polite">
        {describeDraft(rule)}
      </p>
      <pre className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">{text}</pre>
      <div className="flex flex-wrap gap-2">
        <Choice label="Format" value={format} options={formats} onChange={setFormat} />
        <CopyButton label="Copy" text={text} />
      </div>
    </section>
  )
}

const formats: { value: Format; name: string }[] = [
  { value: 'curl', name: 'curl' },
  { value: 'json', name: 'JSON' },
  { value: 'code', name: 'Test code' },
]

function write({ path, body }: DraftRule, format: Format): string {
  if (format === 'json') return JSON.stringify(body, null, 2)
  const faults = path === '/faults' ? 'sandbox.faults' : 'sandbox.webhooks.faults'
  if (format === 'code') return `${faults}.add(${JSON.stringify(body, null, 2)})`
  const { origin, pathname, search } = new URL(toControlUrl(path))
  return toCurl(
    { method: 'POST', path: pathname + search, headers: { 'content-type': 'application/json' }, body },
    origin,
  )
}
