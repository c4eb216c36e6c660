// app/api/runs/route.js
import { serveRunSource } from '@runhue/sources/serve-source';
import { isAllowed } from '../../../auth.js';
import { source } from '../../../source.js';

const handler = serveRunSource(source, { authorize: isAllowed });
export { handler as GET, handler as POST };
