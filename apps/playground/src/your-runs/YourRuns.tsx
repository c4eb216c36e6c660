import { RunWorkspace } from '@runhue/react';
import { useState, type DragEvent, type FormEvent, type ReactElement } from 'react';
import { droppedFiles, pickedFiles } from './dropped-files.js';
import { useReading, type Reading } from './useReading.js';
import './your-runs.css';

/** Lets a folder input take a folder; React has no typed prop for it. */
const folderInput = { webkitdirectory: '' };

/** Drop files or a folder, or name an MLflow server: what is found is coloured, what is refused is listed. Nothing leaves the machine. */
export function YourRuns({ theme, locale }: { readonly theme: 'light' | 'dark' | 'auto'; readonly locale: string }): ReactElement {
  const { reading, readFiles, readServer, cancel } = useReading();
  const [over, setOver] = useState(false);

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(readFiles);
  };
  const onServer = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const url = new FormData(event.currentTarget).get('url');
    if (typeof url === 'string' && url.trim() !== '') readServer(url.trim());
  };
  return (
    <div
      className="your-runs runhue"
      data-theme={theme}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <section className="your-runs-source" aria-label="Where your runs are">
        <p>
          <strong>Drop files or a folder here</strong> — W&amp;B, MLflow, TensorBoard, CSV, JSON, Parquet. They stay on this machine.
        </p>
        <label className="your-runs-pick">
          Choose files
          <input type="file" multiple onChange={(event) => readFiles(pickedFiles(event.currentTarget.files))} />
        </label>
        <label className="your-runs-pick">
          Choose a folder
          <input type="file" multiple {...folderInput} onChange={(event) => readFiles(pickedFiles(event.currentTarget.files))} />
        </label>
        <form onSubmit={onServer}>
          <input className="runhue-input" name="url" type="url" placeholder="http://localhost:5000" aria-label="Address of an MLflow server" />
          <button className="runhue-button">Read from MLflow</button>
        </form>
      </section>
      <ReadingStatus reading={reading} onCancel={cancel} />
      {reading.state === 'done' && reading.runSet.runs.length > 0 && (
        <div className="your-runs-workspace">
          <RunWorkspace runs={reading.runSet} title={reading.what} theme={theme} locale={locale} />
        </div>
      )}
    </div>
  );
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString()} ${thing}${count === 1 ? '' : 's'}`;
}

/** How many refusals are spelled out here; the drawer's Data page has them too. */
const mostShown = 20;

function ReadingStatus({ reading, onCancel }: { readonly reading: Reading; readonly onCancel: () => void }): ReactElement {
  return (
    <div className="your-runs-status" role="status">
      {reading.state === 'reading' && (
        <>
          Reading {reading.what} … <progress aria-label="Progress" value={reading.share ?? undefined} max={1} />
          <button type="button" className="runhue-button" onClick={onCancel}>
            Cancel
          </button>
        </>
      )}
      {reading.state === 'failed' && reading.message}
      {reading.state === 'done' && (
        <details open={reading.runSet.runs.length === 0}>
          <summary>
            {counted(reading.runSet.runs.length, 'run')} in {reading.what}
            {reading.refused.length > 0 && `, ${counted(reading.refused.length, 'remark')}`}
          </summary>
          <ul>
            {reading.refused.slice(0, mostShown).map(({ message }, i) => (
              <li key={i}>{message}</li>
            ))}
            {reading.refused.length > mostShown && <li>and {(reading.refused.length - mostShown).toLocaleString()} more</li>}
            {reading.refused.length === 0 && <li>Everything was read.</li>}
          </ul>
        </details>
      )}
    </div>
  );
}
