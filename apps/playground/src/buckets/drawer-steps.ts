import { userEvent, within } from 'storybook/test';

type Queries = ReturnType<typeof within>;

/** Opens Settings → Runs, by the names of the gear and of the page's link. */
export async function openRunColors(
  canvasElement: HTMLElement,
  names: { readonly settings: string; readonly runs: RegExp } = { settings: 'Settings', runs: /^Runs/ },
): Promise<Queries> {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('button', { name: names.settings }));
  const drawer = within(await within(document.body).findByRole('dialog', { name: names.settings }, { timeout: 10_000 }));
  await userEvent.click(drawer.getByRole('button', { name: names.runs }));
  return drawer;
}

export async function unfoldMore(drawer: Queries): Promise<void> {
  await userEvent.click(drawer.getByText('More'));
  await drawer.findByRole('textbox', { name: 'Settings as JSON' });
}

/** The bucket list's rows as text. */
export function rowTexts(drawer: Queries): string[] {
  return within(drawer.getByRole('region', { name: 'Ranges' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
}

/** Runs per bucket, as the list says. */
export function runCounts(drawer: Queries): number[] {
  const counts = drawer.getByRole('region', { name: 'Ranges' }).querySelectorAll('.runhue-count > [aria-hidden]');
  return Array.from(counts, ({ textContent }) => Number(textContent));
}
