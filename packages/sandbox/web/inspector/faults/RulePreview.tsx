import { useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { toControlUrl } from '../control/callControl.ts'
import { toCurl } from '../requests/toCurl.ts'
import { describeGiven } from './describeGiven.ts'
import type { GivenRule } from './toFaultRule.ts'

type Form = 'curl' | 'json' | 'code'

/** The rule that the form makes: in words, and as it is written in a shell, in JSON, in a test. */
export function RulePreview({ rule }: { rule: GivenRule }) {
  const [form, setForm] = useState<Form>('curl')
  const text = write(rule, form)
  return (
    <section aria-label="The rule" className="grid grid-cols-1 gap-2 rounded-lg bg-canvas p-3">
      <p className="font-medium wrap-anywhere" aria-live="polite">
        {describeGiven(rule)}
      </p>
      <pre className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">{text}</pre>
      <div className="flex flex-wrap gap-2">
        <Choice label="Written as" value={form} options={forms} onChange={setForm} />
        <CopyButton label="Copy" text={text} />
      </div>
    </section>
  )
}

const forms: { value: Form; name: string }[] = [
  { value: 'curl', name: 'curl' },
  { value: 'json', name: 'JSON' },
  { value: 'code', name: 'In a test' },
]

function write({ path, body }: GivenRule, form: Form): string {
  if (form === 'json') return JSON.stringify(body, null, 2)
  const faults = path === '/faults' ? 'sandbox.faults' : 'sandbox.webhooks.faults'
  if (form === 'code') return `${faults}.add(${JSON.stringify(body, null, 2)})`
  const { origin, pathname, search } = new URL(toControlUrl(path))
  return toCurl(
    { method: 'POST', path: pathname + search, headers: { 'content-type': 'application/json' }, body },
    origin,
  )
}
