import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { type PageMeta, WebPages } from '../../platform/http/web-page.js';
import { saysItsWordsInPublic } from './organisation.rules.js';
import { findOrganisation, type OrganisationRow } from './organisations.queries.js';

const DESCRIPTION_LENGTH = 200;

type Words = readonly [title: string, description: string];
const KINDS: Readonly<Record<OrganisationRow['kind'], Record<Language, string>>> = {
  public_owner: { fr: 'Propriétaire public', en: 'Public owner' },
  ess: { fr: 'Organisation de l’économie sociale et solidaire', en: 'Organisation of the social and solidarity economy' },
};
/** What a stranger may not see is not told apart from what does not exist. */
const UNKNOWN: Readonly<Record<Language, Words>> = {
  fr: ['Organisation', 'Une organisation qui n’est pas encore vérifiée, ou qui n’existe pas : connectez-vous pour en savoir plus.'],
  en: ['Organisation', 'An organisation that is not verified yet, or does not exist: sign in to learn more.'],
};

/** What the page of each organisation says of itself to whoever shares or indexes its address. */
@Injectable()
export class OrganisationsPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.pages.register('/organisations/:organisationId', async ({ params, language }) => {
      const organisationId = id.safeParse(params['organisationId']);
      if (!organisationId.success) return null;
      const organisation = await findOrganisation(this.db.manager, organisationId.data, false);
      return organisation === null ? unknown(language) : describe(organisation, language);
    });
  }
}

function unknown(language: Language): PageMeta {
  const [title, description] = UNKNOWN[language];
  return { title, description, indexed: false };
}

function describe({ id: organisationId, name, kind, commune, state, summary, demo }: OrganisationRow, language: Language): PageMeta {
  const speaks = saysItsWordsInPublic(state);
  const who = [KINDS[kind][language], commune?.name].filter((part) => part !== undefined).join(', ');
  return {
    title: name,
    description: speaks && summary !== null ? shortened(`${who}. ${summary}`) : `${who}.`,
    canonicalPath: `/organisations/${organisationId}`,
    feedPath: `/api/feeds/organisation/${organisationId}`,
    indexed: speaks && !demo,
  };
}

function shortened(text: string): string {
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))}…`;
}
