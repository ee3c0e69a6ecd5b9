import type { Request } from 'express';

/**
 * The unit attempts are counted by: an IPv4 address, or the first 64 bits of an IPv6 one, since a single household holds 2^64 of them.
 * `::ffff:192.0.2.1` is the IPv4 address it carries.
 */
export function networkOf(address: string): string {
  const carried = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (carried !== undefined) return carried;
  const [bare = ''] = address.split('%');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

export function deviceOf(request: Request): { userAgent: string; network: string } {
  return { userAgent: (request.get('user-agent') ?? '').slice(0, 300), network: networkOf(request.ip ?? '') };
}
