import type { RunSource } from '@runhue/core';
import { RunWorkspace, type RunWorkspaceProps } from '@runhue/react';
import { useState, type JSX } from 'react';
import { expect, waitFor, type within } from 'storybook/test';

export interface SourceStageProps extends RunWorkspaceProps {
  readonly makeSource: () => RunSource;
}

/** A source is made once: another object would be another source. */
export function SourceStage({ makeSource, ...props }: SourceStageProps): JSX.Element {
  const [source] = useState(makeSource);
  return <RunWorkspace {...props} source={source} />;
}

export type Canvas = ReturnType<typeof within>;

export const legendOf = (canvas: Canvas): Promise<HTMLElement> => canvas.findByRole('toolbar', { name: /run colors|run 색상/i }, { timeout: 10_000 });

/** Every plot has its lines, and nothing is on its way. */
export const settled = (canvasElement: HTMLElement): Promise<void> =>
  waitFor(
    () => {
      const plots = [...canvasElement.querySelectorAll('.runhue-plot')];
      expect(plots.length).toBeGreaterThan(0);
      expect(canvasElement.querySelector('.runhue-source-skeleton, .runhue-source-bar')).toBeNull();
    },
    { timeout: 15_000 },
  );
