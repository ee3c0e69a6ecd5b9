import type { INestApplication } from '@nestjs/common';

/** A file written from the code by `npm run generate`, committed, and refused by `npm run check` when it lags behind. */
export interface GeneratedDocument {
  /** From the root of the checkout. */
  readonly path: string;
  /** The application is complete but connected to nothing. */
  readonly render: (app: INestApplication) => string;
}

/** First lines of a generated page, so that nobody corrects it by hand. */
export function generatedFrom(source: string): string {
  return `<!-- Generated from ${source} by \`npm run generate\`. Do not edit. -->\n\n`;
}
