import type { JSX } from 'react';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useProblems } from '../hooks/useProblems.js';
import { useRunCount } from '../hooks/useRunCount.js';
import { ForwardIcon } from '../icons.js';
import { count } from '../messages/count.js';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import type { DrawerPage } from '../store/view-state.js';

/** The drawer's first page: where to go. */
export function RootPage(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const title = useColoringTitle();
  const problems = useProblems();
  const runCount = useRunCount();
  const dropped = problems.runs.length + problems.settings.length;
  return (
    <nav className="runhue-drawer-nav" aria-label={messages.settings}>
      <PageLink to="runs" label={messages.runs} detail={`${messages.runColors}: ${title}`} />
      <PageLink
        to="data"
        label={messages.data}
        detail={
          dropped > 0
            ? `${messages.problems}: ${dropped.toLocaleString(locale)}`
            : count(messages.runCountOne, messages.runCount, runCount, locale)
        }
      />
    </nav>
  );
}

function PageLink({ to, label, detail }: { to: DrawerPage; label: string; detail: string }): JSX.Element {
  const { store } = useRunhueContext();
  return (
    <button type="button" className="runhue-page-link" data-page={to} onClick={() => changeView(store, { drawerPage: to })}>
      <span className="runhue-page-link-label">{label}</span>
      <span className="runhue-page-link-detail">{detail}</span>
      <ForwardIcon />
    </button>
  );
}
