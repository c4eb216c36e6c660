'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useRef, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useTheme } from '../hooks/useTheme.js';
import { useUndoKeys } from '../hooks/useUndoKeys.js';
import { BackIcon, CloseIcon } from '../icons.js';
import { useRunhueContext } from '../RunhueContext.js';
import { SourceNotes } from '../source/SourceNotes.js';
import { useSourceStatus } from '../source/useSourceStatus.js';
import { changeView } from '../store/runhue-store.js';
import { DataPage } from './DataPage.js';
import { keepInTabOrder } from './keep-in-tab-order.js';
import { RootPage } from './RootPage.js';
import { RunColorsPage } from './RunColorsPage.js';
import { SettingsFooter } from './SettingsFooter.js';
import { firstControl, usePageFocus } from './usePageFocus.js';

const pages = { root: RootPage, runs: RunColorsPage, data: DataPage };

/** The drawer's inside; a module of its own so that it can be loaded late. */
export default function SettingsPanel({ container }: { readonly container: HTMLElement | null }): JSX.Element {
  const { store } = useRunhueContext();
  const messages = useMessages();
  const theme = useTheme();
  const open = useRunhueStore((state) => state.view.drawerOpen);
  const page = useRunhueStore((state) => state.view.drawerPage);
  const onKeyDown = useUndoKeys();
  const status = useSourceStatus();
  const body = useRef<HTMLDivElement>(null);
  usePageFocus(page, body);
  const Page = pages[page];
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => changeView(store, { drawerOpen: next })}
      modal={false}
      disablePointerDismissal
    >
      {/* The dialog's own stops of Tab, of no use without a trigger, stay here, out of sight; the drawer itself is in the portal. */}
      <div hidden>
        <Dialog.Portal container={container ?? undefined} className={container ? 'runhue-drawer-place' : undefined}>
          <Dialog.Popup
            className="runhue runhue-drawer"
            data-theme={theme}
            data-docked={container ? '' : undefined}
            initialFocus={() => firstControl(body.current)}
            onKeyDown={onKeyDown}
            onBlur={keepInTabOrder}
          >
            <div className="runhue-drawer-header">
              {page !== 'root' && (
                <button
                  type="button"
                  className="runhue-icon-button"
                  aria-label={messages.back}
                  onClick={() => changeView(store, { drawerPage: 'root' })}
                >
                  <BackIcon />
                </button>
              )}
              <Dialog.Title className="runhue-drawer-title">{messages.settings}</Dialog.Title>
              <Dialog.Close className="runhue-icon-button" aria-label={messages.close}>
                <CloseIcon />
              </Dialog.Close>
            </div>
            {status && <SourceNotes status={status} />}
            <div className="runhue-drawer-body" key={page} ref={body} tabIndex={-1}>
              <Page />
            </div>
            <SettingsFooter />
          </Dialog.Popup>
        </Dialog.Portal>
      </div>
    </Dialog.Root>
  );
}
