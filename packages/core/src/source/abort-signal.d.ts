// Browsers and Node have AbortSignal; the core is compiled without the library of either. Not part of the build.
interface AbortSignal {
  readonly aborted: boolean;
}
