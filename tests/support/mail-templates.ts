import { type OnModuleInit, Module } from '@nestjs/common';
import { z } from 'zod';
import { defineMail } from '../../api/src/platform/mail/mail-template.js';
import { MailTemplates } from '../../api/src/platform/mail/mail-templates.js';

/** A message that exists only to try the platform, with everything a message can have. */
export const probeMail = defineMail({
  name: 'probe-key',
  values: z.object({ place: z.string(), link: z.string() }),
  secrets: ['link'],
  example: { place: 'Gare de <Tournus> & "Halle"', link: 'https://example.org/cle/abc?a=1&b=2' },
  fr: ({ place, link }) => ({
    subject: `Les clés de ${place}`,
    paragraphs: [`La commune vous remet les clés de ${place}.`, 'Venez quand vous voulez.'],
    action: { label: 'Voir les clés', url: link },
    afterwards: ['Si vous n’avez rien demandé, ne faites rien.'],
  }),
  en: ({ place, link }) => ({
    subject: `The keys of ${place}`,
    paragraphs: [`The town hands you the keys of ${place}.`, 'Come whenever you like.'],
    action: { label: 'See the keys', url: link },
    afterwards: ['If you asked for nothing, do nothing.'],
  }),
});

/** A message people may refuse. */
export const probeDigest = defineMail({
  name: 'probe-digest',
  values: z.object({ count: z.int(), unsubscribeUrl: z.string() }),
  secrets: ['unsubscribeUrl'],
  example: { count: 3, unsubscribeUrl: 'https://example.org/api/desabonnement/abc' },
  fr: ({ count, unsubscribeUrl }) => ({ subject: 'Cette semaine', paragraphs: [`${count} lieux nouveaux.`], unsubscribeUrl }),
  en: ({ count, unsubscribeUrl }) => ({ subject: 'This week', paragraphs: [`${count} new places.`], unsubscribeUrl }),
});

@Module({})
export class ProbeMailModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(probeMail, probeDigest);
  }
}
