import '@runhue/sources/worker';
