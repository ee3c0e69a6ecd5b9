import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Place } from '../../config.files.js';
import { type FileName, type FileStore, keyOf } from './file-store.js';

type Sdk = typeof import('@aws-sdk/client-s3');
const ATTEMPTS = 3;

/** Any object store that speaks S3; its own PUT is whole or nothing. The client is large: it is loaded only where it is used. */
export class S3Store implements FileStore {
  private loaded: Promise<{ sdk: Sdk; client: S3Client }> | null = null;

  constructor(private readonly place: S3Place) {}

  async put(name: FileName, path: string, bytes: number): Promise<void> {
    const { sdk, client } = await this.connect();
    const body = createReadStream(path);
    try {
      // The name is the hash: an object altered on its way would be kept for ever under a name that lies.
      const checksum = Buffer.from(name, 'hex').toString('base64');
      await client.send(new sdk.PutObjectCommand({ ...this.object(name), Body: body, ContentLength: bytes, ChecksumSHA256: checksum }));
    } finally {
      body.destroy();
    }
  }

  async has(name: FileName): Promise<boolean> {
    const { sdk, client } = await this.connect();
    try {
      await client.send(new sdk.HeadObjectCommand(this.object(name)));
      return true;
    } catch (error) {
      if (error instanceof sdk.S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
      throw error;
    }
  }

  async open(name: FileName): Promise<Readable> {
    const { sdk, client } = await this.connect();
    const { Body } = await client.send(new sdk.GetObjectCommand(this.object(name)));
    if (Body === undefined) throw new Error('The object store answered without a body');
    return Body as Readable;
  }

  async remove(name: FileName): Promise<void> {
    const { sdk, client } = await this.connect();
    await client.send(new sdk.DeleteObjectCommand(this.object(name)));
  }

  private object(name: FileName): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: keyOf(name) };
  }

  private connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    this.loaded ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: this.clientOf(sdk) }));
    return this.loaded;
  }

  private clientOf({ S3Client }: Sdk): S3Client {
    const { endpoint, region, accessKey, secretKey } = this.place;
    return new S3Client({
      endpoint,
      region,
      // Buckets of their own host names need a wildcard certificate and DNS; every S3 server knows the path style.
      forcePathStyle: true,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      maxAttempts: ATTEMPTS,
      // Newer checksums than an S3 server may know would make it refuse: ours is given above.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }
}
