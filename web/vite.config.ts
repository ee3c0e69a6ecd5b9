import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mapFiles } from './build/map-files.ts';

const api = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), mapFiles()],
  server: { port: Number(process.env['WEB_PORT'] ?? 5173), proxy: { '/api': api, '/health': api } },
  build: {
    outDir: 'dist',
    sourcemap: true,
    // The strict content security policy refuses `data:` fonts and scripts: every asset stays a file.
    assetsInlineLimit: 0,
    // maplibre and terra-draw live in chunks that load with the first map; the limit only silences the warning for those.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|react-map-gl|@vis\.gl)/ },
            { name: 'terra-draw', test: /node_modules[\\/]terra-draw/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
