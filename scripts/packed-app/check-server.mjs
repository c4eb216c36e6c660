// Renders the app on the server from its SSR build, the packages loaded by Node itself, as a server would.
import { html, reader } from './server/server.js';

const texts = ['10 runs', 'Min – 0.18', '0.54 – 0.72', '0.72 – Max'];
const lacking = texts.filter((text) => !html.includes(text));
if (lacking.length > 0) throw new Error(`The server's HTML lacks ${JSON.stringify(lacking)}: ${html}`);
if (typeof reader !== 'function') throw new Error('readRuns is missing from @runhue/sources.');
console.log(`  rendered on the server: ${html.length} characters of HTML`);
