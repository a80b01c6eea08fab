import { LayoutTemplate } from 'lucide-react'

/** Opens the choice of templates. */
export function TemplateButton({ disabled, onClick }: { disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label="Use a template"
      title="Use a template"
      disabled={disabled}
      onClick={onClick}
      className="grid size-9 shrink-0 place-items-center rounded-xl text-muted hover:text-ink disabled:cursor-default disabled:opacity-50"
    >
      <LayoutTemplate aria-hidden="true" className="size-5" />
    </button>
  )
}
