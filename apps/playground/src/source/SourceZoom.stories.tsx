import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Frame, stageProps } from '../story-stage.js';
import { generatedSource } from './generated-source.js';
import { legendOf, settled, SourceStage } from './source-stage.js';
import { cutOff, troubledSource } from './troubled-source.js';

const meta: Meta<typeof SourceStage> = {
  title: 'Source zoom',
  component: SourceStage,
  parameters: { layout: 'fullscreen' },
  decorators: [(Story) => <div style={{ height: '100vh' }}>{Story()}</div>],
  args: { title: 'nightly-sweep', metrics: ['val/loss', 'acc'], defaultSettings: { key: 'metric:val/loss', bucketCount: 6 } },
  render: (args, { globals }) => <SourceStage {...stageProps(globals)} {...args} />,
};
export default meta;

type Story = StoryObj<typeof SourceStage>;

/** Ctrl and the wheel over the first plot. */
function zoomIn(canvasElement: HTMLElement): void {
  const surface = canvasElement.querySelector<HTMLElement>('.runhue-plot-surface');
  const box = surface?.getBoundingClientRect();
  if (!surface || !box) throw new Error('no plot');
  surface.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY: -300, clientX: box.left + box.width / 3, clientY: box.top + box.height / 2, bubbles: true, cancelable: true }));
}

/** A zoom that the engine cannot answer: the lines before stay under the new axes, with why and the way to ask again. */
export const ZoomFails: Story = {
  name: 'A zoom fails',
  args: {
    makeSource: () => troubledSource(generatedSource({ runs: 2000, steps: 20_000, name: 'ClickHouse' }), { failing: { series: cutOff }, narrowerThan: 15_000 }),
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
    zoomIn(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('alert').length).toBeGreaterThan(0), { timeout: 15_000 });
    await expect(canvas.getAllByRole('alert')[0]).toHaveTextContent(/2\.1 MB/);
    await expect(canvasElement.querySelector('canvas.runhue-plot-lines')).toBeVisible();
  },
};

export const ZoomFailsNarrow: Story = {
  ...ZoomFails,
  name: 'A zoom fails, narrow',
  render: (args, { globals }) => (
    <Frame width={390} height={844}>
      <SourceStage {...stageProps(globals)} {...args} />
    </Frame>
  ),
};

export const ZoomFailsThenWorks: Story = {
  ...ZoomFails,
  name: 'A zoom fails, then works',
  args: {
    ...ZoomFails.args,
    makeSource: () => troubledSource(generatedSource({ runs: 2000, steps: 20_000, name: 'ClickHouse' }), { failing: { series: cutOff }, narrowerThan: 15_000, failures: 1 }),
    metrics: ['val/loss'],
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
    zoomIn(canvasElement);
    const again = within(await canvas.findByRole('alert', {}, { timeout: 15_000 })).getByRole('button');
    await userEvent.click(again);
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull(), { timeout: 15_000 });
    await settled(canvasElement);
  },
};
