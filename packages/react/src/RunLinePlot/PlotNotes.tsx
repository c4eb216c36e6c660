import { Fragment, useMemo, type JSX, type ReactNode } from 'react';
import { useIsVisible } from '../hooks/useColoring.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { countNotPositive, type LogPoints } from './not-positive.js';
import { xAxisText } from './plot-names.js';
import type { PlotModel } from './usePlotModel.js';
import type { XAxisName } from './x-values.js';

interface PlotEmptyProps {
  readonly reason: NonNullable<PlotModel['emptyReason']>;
  readonly metric: string;
  readonly xAxis: XAxisName;
  readonly onUseStep: () => void;
  readonly onUseSymlog: () => void;
  readonly onResetZoom: () => void;
}

/** Why a plot shows nothing, in a sentence, with the way out. */
export function PlotEmpty({ reason, metric, xAxis, onUseStep, onUseSymlog, onResetZoom }: PlotEmptyProps): JSX.Element {
  const messages = useMessages();
  const wayOut = {
    'no-x': { name: messages.plotUseStep, act: onUseStep },
    'not-positive': { name: messages.plotUseSymlog, act: onUseSymlog },
    window: { name: messages.plotResetZoom, act: onResetZoom },
    'no-runs': null,
    'no-metric': null,
    'no-finite': null,
  }[reason];
  return (
    <PlotSentence action={wayOut}>
      <WithCode text={fill(sentenceOf(reason, messages), { metric, x: xAxisText(xAxis, messages) })} />
    </PlotSentence>
  );
}

function sentenceOf(reason: PlotEmptyProps['reason'], messages: Messages): string {
  return {
    'no-runs': messages.plotNoRuns,
    'no-metric': messages.plotNoMetric,
    'no-finite': messages.plotNoFinite,
    'no-x': messages.plotNoX,
    'not-positive': messages.plotNothingPositive,
    window: messages.plotNothingInWindow,
  }[reason];
}

/** A sentence in the middle of a plot, with one action. */
export function PlotSentence({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action: { readonly name: string; readonly act: () => void } | null;
}): JSX.Element {
  return (
    <div className="runhue-plot-empty">
      <p>{children}</p>
      {action && (
        <button type="button" className="runhue-button" onClick={action.act}>
          {action.name}
        </button>
      )}
    </div>
  );
}

/** How many points a log axis leaves out, and the scale that shows them. */
export function NotPositiveNote({ of, onUseSymlog }: { readonly of: LogPoints; readonly onUseSymlog: () => void }): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const isVisible = useIsVisible();
  const points = useMemo(() => countNotPositive(of, isVisible), [of, isVisible]);
  if (points === 0) return null;
  return (
    <p className="runhue-plot-note">
      {count(messages.plotNotPositiveOne, messages.plotNotPositive, points, locale)}{' '}
      <button type="button" className="runhue-link" onClick={onUseSymlog}>
        {messages.plotUseSymlog}
      </button>
    </p>
  );
}

function WithCode({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split('`').map((part, i) => (
        <Fragment key={i}>{i % 2 === 1 ? <code>{part}</code> : part}</Fragment>
      ))}
    </>
  );
}
