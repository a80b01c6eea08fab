interface SwitchProps {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** A switch without a visible label. */
export function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <label className="relative shrink-0 cursor-pointer rounded-full has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="peer sr-only"
      />
      <SwitchTrack />
    </label>
  )
}

/** The look of a switch, driven by the checkbox before it. */
export function SwitchTrack() {
  return (
    <span
      aria-hidden="true"
      className="flex h-6 w-10 shrink-0 items-center rounded-full bg-muted/60 p-0.5 transition-colors peer-checked:bg-accent after:size-5 after:rounded-full after:bg-surface after:transition-transform peer-checked:after:translate-x-4"
    />
  )
}
