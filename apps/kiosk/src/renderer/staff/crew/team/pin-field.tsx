import { Field } from '../../shell/field.tsx'

interface PinFieldProps {
  label: string
  hint?: string
  value: string
  onChange: (pin: string) => void
}

/** Digits that nobody beside one can read, and that no browser offers to keep: the device is shared. */
export function PinField({ label, hint, value, onChange }: PinFieldProps) {
  return (
    <Field
      type="password"
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={8}
      value={value}
      onChange={event => onChange(event.target.value.replace(/\D/g, ''))}
    />
  )
}
