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
    <circle cx="8" cy="8" r="2.1" />
    <path d="M8 1.8v1.6M8 12.6v1.6M1.8 8h1.6M12.6 8h1.6M3.6 3.6l1.15 1.15M11.25 11.25l1.15 1.15M12.4 3.6l-1.15 1.15M4.75 11.25L3.6 12.4" />
    <circle cx="8" cy="8" r="4.6" />
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
export const SearchIcon = (): JSX.Element => (
  <Icon>
    <circle cx="7" cy="7" r="4.2" />
    <path d="M10.2 10.2L13.5 13.5" />
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
