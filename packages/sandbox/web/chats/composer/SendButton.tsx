import { ArrowUp, Check } from 'lucide-react'

/** Sends what is in the composer, or saves what was changed. */
export function SendButton({ isEdit, disabled }: { isEdit: boolean; disabled: boolean }) {
  const Icon = isEdit ? Check : ArrowUp
  return (
    <button
      type="submit"
      aria-label={isEdit ? 'Save' : 'Send'}
      disabled={disabled}
      className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity disabled:cursor-default disabled:bg-line disabled:text-muted"
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={2.25} />
    </button>
  )
}
