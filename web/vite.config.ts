import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mapFiles } from './build/map-files.ts';

const api = process.env['API_URL'] ?? 'http://localhost:3000';

/** What every page loads, and what most pages share, in three files rather than thirty: each file is a request of a telephone. */
const groups = [
  { name: 'libraries', test: /[\\/]node_modules[\\/]/, tags: ['$initial' as const], priority: 2 },
  { name: 'app', test: /[\\/]web[\\/]src[\\/]/, tags: ['$initial' as const], priority: 2 },
  { name: 'ui', test: /[\\/]lucide-react[\\/]|[\\/]web[\\/]src[\\/](ui|lib|session|api)[\\/]/, minShareCount: 2, priority: 1 },
];

export default defineConfig({
  plugins: [react(), mapFiles()],
  server: { port: Number(process.env['WEB_PORT'] ?? 5173), proxy: { '/api': api, '/health': api } },
  build: {
    outDir: 'dist',
    sourcemap: true,
    // The strict content security policy refuses `data:` fonts and scripts: every asset stays a file.
    assetsInlineLimit: 0,
    // MapLibre comes with the first map, in a chunk of its own thanks to the lazy import of map-view; the limit only silences its warning.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  worker: { format: 'es' },
});
