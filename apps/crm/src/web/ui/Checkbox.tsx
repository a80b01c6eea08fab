import { type ReactNode, useEffect, useRef } from 'react'

/** Props of {@link Checkbox}. */
export interface CheckboxProps {
  label: string
  checked: boolean
  /** Some of what it stands for is checked. */
  isPartial?: boolean
  /** `isRange` with the Shift key. */
  onToggle: (isRange: boolean) => void
  className?: string
}

/** A checkbox whose label only assistive technology sees. Its target is larger than it looks. */
export function Checkbox({ label, checked, isPartial = false, onToggle, className = '' }: CheckboxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const isRange = useRef(false)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isPartial
  }, [isPartial])
  return (
    <label
      className={`relative z-1 -m-2 grid size-8 cursor-pointer place-items-center pointer-coarse:size-11 ${className}`}
      onPointerDown={(event) => {
        isRange.current = event.shiftKey
      }}
    >
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="checkbox"
        checked={checked}
        onKeyDown={(event) => {
          isRange.current = event.shiftKey
        }}
        onChange={() => onToggle(isRange.current)}
        className="size-4 cursor-pointer accent-accent"
      />
    </label>
  )
}
