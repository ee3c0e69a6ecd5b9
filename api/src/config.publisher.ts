import { z } from 'zod';

/** Who answers for this installation, as the law wants it shown (loi n° 2004-575 du 21 juin 2004, article 1-1). */
export interface PublisherConfig {
  readonly name: string;
  readonly address: string | null;
  /** An e-mail address or a telephone number. */
  readonly contact: string | null;
  /** The person who answers for what is published. */
  readonly director: string | null;
  /** Name, address and telephone of whoever runs the machines. */
  readonly host: string | null;
}

const line = z.string().trim().min(2).max(300).optional();

export const publisherEnvironment = {
  PUBLISHER_NAME: line,
  PUBLISHER_ADDRESS: line,
  PUBLISHER_CONTACT: line,
  PUBLISHER_DIRECTOR: line,
  PUBLISHER_HOST: line,
};

type PublisherEnvironment = z.infer<z.ZodObject<typeof publisherEnvironment>>;

export function publisherFaults({ PUBLISHER_NAME, ...rest }: PublisherEnvironment): { path: string[]; message: string }[] {
  const others = [rest.PUBLISHER_ADDRESS, rest.PUBLISHER_CONTACT, rest.PUBLISHER_DIRECTOR, rest.PUBLISHER_HOST];
  const nameless = PUBLISHER_NAME === undefined && others.some((value) => value !== undefined);
  return nameless ? [{ path: ['PUBLISHER_NAME'], message: 'is required with the other PUBLISHER_… variables' }] : [];
}

/** Null: nobody said who publishes, and the legal page says so. */
export function readPublisher(env: PublisherEnvironment): PublisherConfig | null {
  if (env.PUBLISHER_NAME === undefined) return null;
  return {
    name: env.PUBLISHER_NAME,
    address: env.PUBLISHER_ADDRESS ?? null,
    contact: env.PUBLISHER_CONTACT ?? null,
    director: env.PUBLISHER_DIRECTOR ?? null,
    host: env.PUBLISHER_HOST ?? null,
  };
}
