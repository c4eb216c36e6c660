import { useId, type JSX } from 'react';

export interface SegmentedFieldProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Why nothing can be chosen now; the choice stays readable. */
  readonly disabledReason?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** A choice of few: native radios that look like one segmented control. */
export function SegmentedField<Value extends string>(props: SegmentedFieldProps<Value>): JSX.Element {
  const { label, hideLabel, value, options, disabledReason, onChange } = props;
  const name = useId();
  const reasonId = `${name}-reason`;
  return (
    <fieldset className="runhue-field" aria-describedby={disabledReason ? reasonId : undefined}>
      <legend className={hideLabel ? 'runhue-visually-hidden' : 'runhue-label'}>{label}</legend>
      <div className="runhue-segments">
        {options.map((option) => (
          <label key={option.value} className="runhue-segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={disabledReason !== undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {disabledReason && (
        <p className="runhue-hint" id={reasonId}>
          {disabledReason}
        </p>
      )}
    </fieldset>
  );
}
