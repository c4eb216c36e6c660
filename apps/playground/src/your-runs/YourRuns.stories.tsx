import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { stageProps } from '../story-stage.js';
import { YourRuns } from './YourRuns.js';

const meta: Meta = {
  title: 'Your runs',
  parameters: { layout: 'fullscreen' },
  render: (_, { globals }) => <YourRuns {...stageProps(globals)} />,
};
export default meta;

type Story = StoryObj;

/** Drop your own files or a folder on the page. */
export const DropAFolder: Story = { name: 'Drop a folder' };

const chart = ['"Step","sunny-cat-1 - acc","sunny-cat-1 - acc__MIN","sunny-cat-1 - acc__MAX","rainy-dog-2 - acc","rainy-dog-2 - acc__MIN","rainy-dog-2 - acc__MAX"']
  .concat(Array.from({ length: 30 }, (_, i) => [i, ...[0.7, 0.9].flatMap((top) => Array(3).fill(top * (1 - 0.9 ** i)))].join(',')))
  .join('\n');

/** What is found is coloured at once; what no reader knows is said. */
export const FilesRead: Story = {
  name: 'Files read',
  play: async ({ canvas }) => {
    await userEvent.upload(canvas.getByLabelText('Choose files'), [
      new File([chart], 'wandb_export.csv', { type: 'text/csv' }),
      new File([new Uint8Array([0, 1, 2, 3])], 'holiday.raw'),
    ]);
    await waitFor(() => expect(canvas.getByText(/2 runs in 2 files, 1 remark$/)).toBeVisible(), { timeout: 10000 });
    await expect(canvas.getByText(/"holiday.raw".*no format/)).toBeInTheDocument();
    await waitFor(() => expect(canvas.getByRole('toolbar', { name: /acc/ })).toBeVisible());
  },
};

/** A server that is not there: the message says what to do. */
export const ServerAway: Story = {
  name: 'Server away',
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText('Address of an MLflow server'), 'http://localhost:9');
    await userEvent.click(canvas.getByRole('button', { name: 'Read from MLflow' }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/http:\/\/localhost:9/), { timeout: 10000 });
  },
};
