import type { Messages } from '../messages/messages.js';
import { useRunhueContext } from '../RunhueContext.js';

/** Every text of the kit in the provider's language. */
export function useMessages(): Messages {
  return useRunhueContext().messages;
}

/** BCP 47 tag for numbers and dates. */
export function useLocale(): string {
  return useRunhueContext().locale;
}
