import '@vitest/browser-playwright';
