import type { JSX, ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <svg
      className="runhue-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const GearIcon = (): JSX.Element => (
  <Icon>
    <circle cx="8" cy="8" r="2" />
    <path d="M6.9 1.9h2.2l.35 1.75 1.2.5 1.5-1 1.55 1.55-1 1.5.5 1.2 1.75.35v2.2l-1.75.35-.5 1.2 1 1.5-1.55 1.55-1.5-1-1.2.5-.35 1.75H6.9l-.35-1.75-1.2-.5-1.5 1L2.3 13l1-1.5-.5-1.2-1.75-.35v-2.2L2.8 7.4l.5-1.2-1-1.5L3.85 3.15l1.5 1 1.2-.5z" transform="translate(0.8 0.72) scale(0.9)" />
  </Icon>
);
export const CloseIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const BackIcon = (): JSX.Element => (
  <Icon>
    <path d="M9.5 3.5L5 8l4.5 4.5" />
  </Icon>
);
export const ForwardIcon = (): JSX.Element => (
  <Icon>
    <path d="M6.5 3.5L11 8l-4.5 4.5" />
  </Icon>
);
export const ChevronDownIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 6.5L8 10.5l4-4" />
  </Icon>
);
export const CheckIcon = (): JSX.Element => (
  <Icon>
    <path d="M3.5 8.5l3 3 6-7" />
  </Icon>
);
export const EyeIcon = (): JSX.Element => (
  <Icon>
    <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" />
    <circle cx="8" cy="8" r="1.9" />
  </Icon>
);
export const EyeOffIcon = (): JSX.Element => (
  <Icon>
    <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" />
    <path d="M3 13L13 3" />
  </Icon>
);
export const SortIcon = ({ descending }: { readonly descending: boolean }): JSX.Element => (
  <Icon>{descending ? <path d="M8 3.5v9M4.5 9L8 12.5 11.5 9" /> : <path d="M8 12.5v-9M4.5 7L8 3.5 11.5 7" />}</Icon>
);
/** Six dots to take hold of. */
export const GripIcon = (): JSX.Element => (
  <Icon>
    <path d="M6 4v.01M6 8v.01M6 12v.01M10 4v.01M10 8v.01M10 12v.01" strokeWidth="2" strokeLinecap="round" />
  </Icon>
);
export const MinusIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 8h8" />
  </Icon>
);
export const PlusIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 8h8M8 4v8" />
  </Icon>
);

/** Two arrows that part: all of an axis again. */
export const WholeAxisIcon = (): JSX.Element => (
  <Icon>
    <path d="M2.2 8h11.6M5 5L2 8l3 3M11 5l3 3-3 3" />
  </Icon>
);

/** Many lines that become one. */
export const GroupIcon = (): JSX.Element => (
  <Icon>
    <path d="M2 3.5c3 0 3.5 4.5 6 4.5M2 12.5c3 0 3.5-4.5 6-4.5M2 8h12" />
  </Icon>
);

export const PauseIcon = (): JSX.Element => (
  <Icon>
    <path d="M5.5 3.5v9M10.5 3.5v9" />
  </Icon>
);
export const PlayIcon = (): JSX.Element => (
  <Icon>
    <path d="M5 3.2l7.5 4.8L5 12.8z" />
  </Icon>
);
