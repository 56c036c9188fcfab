export type SwitchProps = { label: string; id?: string; checked: boolean; onChange: (checked: boolean) => void }

/** On or off: the browser's own check box, with its words as part of the target. */
export function Switch({ label, id, checked, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
