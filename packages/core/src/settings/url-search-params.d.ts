// Browsers and Node have URLSearchParams; the core is compiled without the library of either. Not part of the build.
interface URLSearchParams {
  get(name: string): string | null;
  set(name: string, value: string): void;
}
declare var URLSearchParams: {
  new (init?: string | URLSearchParams): URLSearchParams;
};
