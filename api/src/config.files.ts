import { z } from 'zod';

/** Where files that people send are kept, who looks for viruses in them, and how much an organisation may keep. */
export interface FilesConfig {
  readonly store: { readonly driver: 'folder'; readonly folder: string | null } | ({ readonly driver: 's3' } & S3Place);
  /** Null: no antivirus is configured; the other checks still apply. */
  readonly clamd: ClamdAddress | null;
  readonly quotaBytesPerOrganisation: number;
}

export interface S3Place {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

const BYTES_PER_MB = 1_000_000;
const CLAMD_PORT = 3310;

export const filesEnvironment = {
  FILES_STORE: z.enum(['folder', 's3']).default('folder'),
  FILES_FOLDER: z.string().optional(),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'is not a valid URL' }).optional(),
  FILES_S3_REGION: z.string().default('garage'),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_ACCESS_KEY: z.string().optional(),
  FILES_S3_SECRET_KEY: z.string().optional(),
  FILES_QUOTA_MB: z.coerce.number().int().min(1).max(1_000_000).default(2_000),
  CLAMD_URL: z
    .string()
    .refine((url) => readClamd(url) !== null, 'must be tcp://host:port or unix:/path/of/the/socket')
    .optional(),
};

type FilesEnvironment = z.infer<z.ZodObject<typeof filesEnvironment>>;
const NEEDED_BY_S3 = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY', 'FILES_S3_SECRET_KEY'] as const;

/** Half an object store would only fail at the first photo: better not to start. */
export function filesFaults(env: FilesEnvironment): { path: [string]; message: string }[] {
  if (env.FILES_STORE !== 's3') return [];
  return NEEDED_BY_S3.filter((name) => env[name] === undefined).map((name) => ({
    path: [name],
    message: 'is required when FILES_STORE is s3',
  }));
}

export function readFiles(env: FilesEnvironment): FilesConfig {
  return {
    store: env.FILES_STORE === 's3' ? { driver: 's3', ...s3Place(env) } : { driver: 'folder', folder: env.FILES_FOLDER ?? null },
    clamd: env.CLAMD_URL === undefined ? null : readClamd(env.CLAMD_URL),
    quotaBytesPerOrganisation: env.FILES_QUOTA_MB * BYTES_PER_MB,
  };
}

/** Presence was checked by {@link filesFaults}. */
function s3Place(env: FilesEnvironment): S3Place {
  return {
    endpoint: env.FILES_S3_ENDPOINT ?? '',
    region: env.FILES_S3_REGION,
    bucket: env.FILES_S3_BUCKET ?? '',
    accessKey: env.FILES_S3_ACCESS_KEY ?? '',
    secretKey: env.FILES_S3_SECRET_KEY ?? '',
  };
}

function readClamd(url: string): ClamdAddress | null {
  const socket = /^unix:(?:\/\/)?(?<path>\/[^\0]+)$/.exec(url)?.groups?.['path'];
  if (socket !== undefined) return { path: socket };
  const tcp = /^tcp:\/\/(?<host>[\w.-]+|\[[\da-f:]+\])(?::(?<port>\d{1,5}))?\/?$/i.exec(url)?.groups;
  if (tcp?.['host'] === undefined) return null;
  const port = Number(tcp['port'] ?? CLAMD_PORT);
  return port > 0 && port < 65_536 ? { host: tcp['host'].replace(/[[\]]/g, ''), port } : null;
}
