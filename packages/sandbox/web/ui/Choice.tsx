interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: { value: Value; name: string }[]
  onChange: (value: Value) => void
}

/** A compact select with a few options. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
      className="h-8 min-w-0 rounded-lg border border-line bg-surface px-2 text-[13px] font-medium text-ink"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
