import type { RunSource } from '@runhue/core';
import { RunhueProvider, RunWorkspace } from '@runhue/react';
import '@runhue/react/styles.css';
import { httpSource } from '@runhue/sources/http-source';
import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

const projects = {
  '20m': '2,000 runs × 10,000 points',
  small: '2,000 runs × 1,000 points',
  '200m': '20,000 runs × 10,000 points (minutes to make)',
  million: '1,000,000 runs × 1 point',
};

const asked = new URL(location.href).searchParams;
const project = asked.get('project') ?? '20m';
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

function Page(): ReactNode {
  return (
    <div className="page">
      <nav className="projects" aria-label="Projects">
        {Object.entries(projects).map(([name, text]) => (
          <a key={name} href={`?project=${name}`} aria-current={name === project ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
      <div className="workspace">
        <Workspace />
      </div>
    </div>
  );
}

function Workspace(): ReactNode {
  const [source, setSource] = useState<RunSource | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    // The server makes a project when it is first asked for; that may take minutes.
    httpSource(`/api/${project}`, { signal: stop.signal, timeoutMs: 900_000 }).then(setSource, (error: unknown) => {
      if (!stop.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    });
    return () => stop.abort();
  }, []);
  if (failure !== null) {
    return (
      <p className="notice" role="alert">
        {failure}
      </p>
    );
  }
  if (source === null) return <p className="notice">Opening the project; it is made when it is opened for the first time …</p>;
  return (
    <RunhueProvider
      source={source}
      theme={theme === 'light' || theme === 'dark' ? theme : 'auto'}
      locale={asked.get('locale') ?? 'en'}
      defaultSettings={{ key: 'metric:val/loss' }}
    >
      <RunWorkspace
        title="Language models"
        metrics={project === 'million' ? ['val/loss'] : ['train/loss', 'val/loss', 'train/grad_norm', 'val/acc']}
        plots={{ 'train/loss': { yScale: 'log' }, 'train/grad_norm': { yScale: 'log' } }}
      />
    </RunhueProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
