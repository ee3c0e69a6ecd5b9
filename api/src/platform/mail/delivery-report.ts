/** What a mail server says, later, about a message it had accepted: a delivery status notification (RFC 3464). */
export interface DeliveryReport {
  /** Of the message it is about, from its returned headers; null when they were not returned. */
  readonly messageId: string | null;
  /** The id we gave with the envelope (RFC 3461), repeated by servers that know it. */
  readonly envelopeId: string | null;
  readonly recipients: readonly RecipientReport[];
}

export interface RecipientReport {
  readonly addresses: readonly string[];
  readonly action: string;
  /** RFC 3463, e.g. 5.1.1. */
  readonly status: string;
  readonly diagnostic: string;
}

/**
 * Reads a report from the source of a mail. Bytes that are not ours: no part of it is trusted, decoded beyond need or kept.
 * @returns null when the mail is not a delivery report
 */
export function readDeliveryReport(source: string): DeliveryReport | null {
  const { headers, body } = split(source.replace(/\r\n?/g, '\n'));
  const type = headers.get('content-type') ?? '';
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (!/^\s*multipart\/report\b/i.test(type) || boundary === undefined) return null;
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => split(part.replace(/^[ \t]*\n/, '')));
  const status = parts.find((part) => /^\s*message\/(global-)?delivery-status\b/i.test(part.headers.get('content-type') ?? ''));
  if (!status) return null;
  const [about, ...recipients] = decoded(status)
    .split(/\n[ \t]*\n+/)
    .filter((group) => group.trim() !== '')
    .map(fieldsOf);
  const returned = parts.find((part) =>
    /^\s*(text\/rfc822-headers|message\/(rfc822|global)(-headers)?)\b/i.test(part.headers.get('content-type') ?? ''),
  );
  return {
    messageId: (returned && split(decoded(returned)).headers.get('message-id')?.trim()) ?? null,
    envelopeId: about?.get('original-envelope-id')?.trim() ?? null,
    recipients: recipients.map(recipientOf),
  };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function recipientOf(fields: ReadonlyMap<string, string>): RecipientReport {
  const addresses = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)) ?? []);
  return {
    addresses,
    action: (fields.get('action') ?? '').trim().toLowerCase(),
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
    diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, ''),
  };
}

/** `rfc822; camille@example.org` */
function addressIn(field: string | undefined): string | null {
  return /^\s*[\w-]+\s*;\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/.exec(field ?? '')?.[1]?.toLowerCase() ?? null;
}

function split(text: string): Part {
  if (text.startsWith('\n')) return { headers: new Map(), body: text.slice(1) };
  const end = text.indexOf('\n\n');
  if (end === -1) return { headers: fieldsOf(text), body: '' };
  return { headers: fieldsOf(text.slice(0, end)), body: text.slice(end + 2) };
}

/** The first of each name; a continued line belongs to the one before. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1));
  }
  return fields;
}

/** These parts should be plain (RFC 3464 § 2.1); some servers encode them all the same. */
function decoded({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
  if (encoding === 'quoted-printable') {
    return body.replace(/[ \t]*=\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
  return body;
}
