import { defineConfig } from 'rolldown';

/**
 * What cannot be put into a file of ours: machine code, WebAssembly, data and fonts read from the disk, the one driver of PostgreSQL that several
 * libraries share, and what Nest asks for but we never use.
 */
const apart = [
  /^(pg|sharp|sql\.js|pdfkit|cities\.json|swagger-ui-dist)(\/|$)/,
  /^@(node-rs|etalab|expo-google-fonts|zxcvbn-ts)\//,
  /^(pg-native|pg-cloudflare|class-validator|class-transformer)(\/|$)/,
  /^@(nestjs\/(microservices|websockets|platform-fastify)|fastify)(\/|$)/,
];

/**
 * The programs of the API, each a file, with all they share and most of their libraries in dist/chunks: two thousand files less to find and read at
 * each start (docs/adr/0092). Types are the business of `npm run check`.
 */
export default defineConfig(({ watch }) => ({
  input: { main: 'src/main.ts', worker: 'src/worker.ts', cli: 'src/cli.ts' },
  cwd: import.meta.dirname,
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: apart,
  output: {
    dir: 'dist',
    // `npm run dev` runs what stands there while it is built anew.
    cleanDir: watch !== true,
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    // Names of classes are read in logs, in problems and by Nest.
    keepNames: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  },
}));
