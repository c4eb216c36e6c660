import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useProblems } from '../hooks/useProblems.js';
import { useRunCount } from '../hooks/useRunCount.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';
import { runProblemText, settingsProblemTexts } from '../messages/problem-text.js';

/** How many problems are spelled out; the rest is counted. */
const mostShown = 100;

/** What was dropped or changed on the way in, in words: nothing is lost silently. */
export function DataPage(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const runCount = useRunCount();
  const source = useRunhueContext().session?.source.abilities.name;
  const problems = useProblems();
  return (
    <>
      <section className="runhue-section">
        <p className="runhue-breadcrumb">{messages.data}</p>
        <p>{count(messages.runCountOne, messages.runCount, runCount, locale)}</p>
        {problems.runs.length + problems.settings.length === 0 && <p className="runhue-hint">{source === undefined ? messages.noProblems : fill(messages.sourceAllRead, { source })}</p>}
      </section>
      <ProblemList title={messages.problems} texts={problems.runs.map((problem) => runProblemText(problem, messages, locale))} />
      <ProblemList title={messages.settingsProblems} texts={settingsProblemTexts(problems.settings, messages, locale)} />
    </>
  );
}

function ProblemList({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  if (texts.length === 0) return null;
  return (
    <section className="runhue-section" aria-label={title}>
      <h3 className="runhue-label">{title}</h3>
      <ul className="runhue-problem-list">
        {texts.slice(0, mostShown).map((text, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
      {texts.length > mostShown && (
        <p className="runhue-hint">{fill(messages.moreProblems, { count: texts.length - mostShown }, locale)}</p>
      )}
    </section>
  );
}
