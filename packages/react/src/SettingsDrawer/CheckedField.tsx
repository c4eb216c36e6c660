import { useId, useState, type JSX } from 'react';

export interface CheckedFieldProps {
  readonly label: string;
  /** What is in force, as text. */
  readonly text: string;
  readonly placeholder?: string;
  /** Why a typed text cannot be used; null when it can. */
  readonly check: (text: string) => string | null;
  /** A usable text, typed to the end: on Enter or when the field is left. */
  readonly onCommit: (text: string) => void;
}

/** A text field that says why what is typed is refused; it takes effect on Enter or when the field is left, Escape takes it back. */
export function CheckedField({ label, text, placeholder, check, onCommit }: CheckedFieldProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const reason = typed === null ? null : check(typed);
  const commit = (): void => {
    if (typed !== null && typed.trim() !== text && reason === null) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <div className="runhue-checked-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="runhue-input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed ?? text}
        aria-invalid={reason === null ? undefined : true}
        aria-describedby={reason === null ? undefined : `${id}-reason`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && reason === null) commit();
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
          }
        }}
      />
      {reason !== null && (
        <p className="runhue-refusal" id={`${id}-reason`} role="alert">
          {reason}
        </p>
      )}
    </div>
  );
}
