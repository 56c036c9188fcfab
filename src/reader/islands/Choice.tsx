export type ChoiceProps<T extends string> = {
  legend: string
  name: string
  options: readonly { readonly value: T; readonly label: string; readonly needsScript?: boolean }[]
  value: T
  onChoose: (value: T) => void
  /** A choice that does nothing without a script is not shown without one. */
  needsScript?: boolean
}

/** One of a few, as a row of radio buttons: arrow keys, names and states come from the browser. */
export function Choice<T extends string>({ legend, name, options, value, onChoose, needsScript }: ChoiceProps<T>) {
  return (
    <fieldset className={needsScript ? 'choice needs-script' : 'choice'}>
      <legend>{legend}</legend>
      <div className="options">
        {options.map((option) => (
          <label key={option.value} className={option.needsScript ? 'needs-script' : undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
