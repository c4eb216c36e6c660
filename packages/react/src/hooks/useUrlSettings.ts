import { colorSettingsFromSearchParams, colorSettingsToSearchParams } from '@runhue/core';
import { useEffect } from 'react';
import { replaceSettings, type RunhueStore } from '../store/runhue-store.js';

/** How long choices rest before the URL follows: browsers refuse too many changes of it. */
const restMs = 300;

/**
 * Reads the settings from the page's URL after mount and on the browser's back and forward, and writes each change into it without a
 * history entry. Only parameters that start with the prefix are read and written; a URL without any leaves the settings as they are.
 */
export function useUrlSettings(store: RunhueStore, prefix: string | undefined): void {
  useEffect(() => {
    if (prefix === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = store.getState().settings;
    const read = (): void => {
      if (!ownNames(new URLSearchParams(location.search), prefix).length) return;
      const { settings, problems } = colorSettingsFromSearchParams(location.search, { prefix });
      last = settings;
      replaceSettings(store, settings, problems);
    };
    const write = (): void => {
      const url = new URL(location.href);
      for (const name of ownNames(url.searchParams, prefix)) url.searchParams.delete(name);
      colorSettingsToSearchParams(last, { prefix }).forEach((value, name) => url.searchParams.set(name, value));
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    };
    read();
    const unsubscribe = store.subscribe(({ settings }) => {
      if (settings === last) return;
      last = settings;
      clearTimeout(timer);
      timer = setTimeout(write, restMs);
    });
    window.addEventListener('popstate', read);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('popstate', read);
    };
  }, [store, prefix]);
}

function ownNames(params: URLSearchParams, prefix: string): string[] {
  return [...params.keys()].filter((name) => name.startsWith(prefix));
}
