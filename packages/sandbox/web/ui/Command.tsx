import { CopyButton } from './CopyButton.tsx'

/** A shell command with a copy button. */
export function Command({ text }: { text: string }) {
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2 rounded-xl border border-line bg-surface p-3 text-left">
      <pre className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">{text}</pre>
      <CopyButton label="Copy command" text={text} />
    </div>
  )
}
