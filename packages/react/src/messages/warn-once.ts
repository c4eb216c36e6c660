/** Bundlers replace the name; in a page without one, nothing is warned. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const warned = new Set<string>();

/** In development, says a thing once in the console. */
export function warnOnce(message: string): void {
  if (!isDevelopment() || warned.has(message)) return;
  warned.add(message);
  console.warn(`Runhue: ${message}`);
}

function isDevelopment(): boolean {
  return typeof process !== 'undefined' && process.env.NODE_ENV !== 'production';
}
