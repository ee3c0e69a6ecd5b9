const LONGEST = 120;

/**
 * What a file sent by someone may be called on a page: never a path, no control or direction-changing character, no extension.
 * It names nothing on our disks. @returns null when nothing readable remains
 */
export function titleOf(fileName: string | undefined): string | null {
  const last = (fileName ?? '').split(/[/\\]/).at(-1) ?? '';
  const readable = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\s_]+/gu, ' ')
    .replace(/^[.\s-]+/u, '')
    .trim();
  return readable === '' ? null : [...readable].slice(0, LONGEST).join('').trim();
}

/** A file name for a download, in plain ASCII, from a title: `plan-du-rez-de-chaussee.pdf`. */
export function downloadName(title: string | null, fallback: string, extension: string): string {
  const plain = (title ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain === '' ? fallback : plain}.${extension}`;
}
