import { execFileSync } from 'node:child_process';

export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  readonly outline: readonly string[];
  /** Each piece of text with its role (`H2`, `P`, `TH` …), in the order in which it is read aloud. */
  readonly parts: readonly { readonly role: string; readonly text: string }[];
}

/** The PDF as the software of someone who does not see it is told of it. The library is one for programs, hence a program of its own. */
export function readPdf(bytes: Buffer): ReadPdf {
  const program = new URL('./read-pdf.mjs', import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [program], { input: bytes, maxBuffer: 64_000_000 }).toString()) as ReadPdf;
}
